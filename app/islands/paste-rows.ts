const columns = ['kind', 'unit', 'unitCost', 'quantity', '', 'years.y1', 'years.y2', 'years.y3', 'years.y4', 'years.y5', 'years.y6'];

/** Rows copied from a spreadsheet fill cost lines from the one they are pasted into; what has no line goes to the box below, which the server reads. */
export default function pasteRows(box: HTMLElement): void {
  const form = box.closest('form');
  const rest = box.querySelector<HTMLTextAreaElement>('textarea');
  form?.addEventListener('paste', (event) => {
    const target = event.target as HTMLElement;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const line = target.closest('[data-row]');
    if (!line || !text.includes('\t') || !rest) return;
    event.preventDefault();
    const lines = [...form.querySelectorAll('[data-row]')].slice([...form.querySelectorAll('[data-row]')].indexOf(line));
    const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '');
    rows.splice(0, lines.length).forEach((row, i) => {
      row.split('\t').slice(0, columns.length).forEach((cell, n) => {
        const field = columns[n] ? lines[i]?.querySelector<HTMLInputElement>(`input[name$=".${columns[n]}"]`) : undefined;
        if (field) field.value = cell.trim();
      });
    });
    if (rows.length > 0) {
      rest.value = [rest.value, ...rows].filter(Boolean).join('\n');
      rest.closest('details')?.setAttribute('open', '');
    }
    form.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
