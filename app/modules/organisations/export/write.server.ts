import type { Read } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';
import { columns, sayingFor } from './columns';
import { bom, csvLine } from './csv';
import { listForExport, type Chosen } from './rows.server';
import { sheetRow, workbook } from './xlsx';

/** What each format is called on the web. */
export const exportTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type ExportFormat = keyof typeof exportTypes;

/** A list that somebody wants as a file. */
export type ExportOrder = { format: ExportFormat; chosen: Chosen; lang: Lang; origin: string };

/** Bytes of the file in pieces; no more of it is held than a few hundred rows. */
export async function* writeExport(read: Read, { format, chosen, lang, origin }: ExportOrder): AsyncGenerator<Buffer> {
  const saying = sayingFor(translator(lang), lang, origin);
  async function* rows(write: (values: readonly (string | null)[]) => string) {
    for await (const batch of listForExport(read, chosen)) yield batch.map((row) => write(columns.map(({ value }) => value(row, saying)))).join('');
  }
  if (format === 'csv') {
    yield Buffer.from(bom + csvLine(columns.map(({ name }) => name)));
    for await (const text of rows(csvLine)) yield Buffer.from(text);
  } else {
    async function* sheet() {
      yield sheetRow(columns.map(({ heading }) => heading(saying.t)), 1);
      yield* rows((values) => sheetRow(values));
    }
    yield* workbook(sheet());
  }
}
