/** A cell that a spreadsheet would take for a formula is shown as text instead. */
export function asText(value: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
}

function cell(value: string | null): string {
  const text = asText(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of CSV (RFC 4180). */
export function csvLine(values: readonly (string | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** The mark by which spreadsheets know UTF-8. */
export const bom = '\uFEFF';
