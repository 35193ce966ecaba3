import { tableRows } from '~/modules/calls/rules-extra';
import { formatDayShort, isDay } from '~/shared/time';
import type { Paper } from '~/ui/paper/paper.server';
import type { ExtraAnswer } from '../content';

/** Answers to the questions a call added, as an annex after the parts of the regulation. */
export function printAnswers(sheet: Paper, answers: readonly ExtraAnswer[]): void {
  if (answers.length === 0) return;
  sheet.heading(3, 'Załącznik: odpowiedzi na dodatkowe pytania naboru');
  const plain = answers.filter(({ columns }) => !columns);
  if (plain.length > 0)
    sheet.table({
      caption: 'Dodatkowe pytania',
      columns: [{ label: 'Pytanie', share: 0.38 }, { label: 'Odpowiedź', share: 0.62 }],
      rows: plain.map(({ label, answer }) => ({ cells: [label, isDay(answer) ? formatDayShort(answer, 'pl') : answer] })),
    });
  for (const { label, answer, columns } of answers)
    if (columns)
      sheet.table({
        caption: label,
        columns: columns.map((column) => ({ label: column, share: 1 / columns.length })),
        rows: tableRows(answer).map((cells) => ({ cells: columns.map((_, i) => cells[i] ?? '') })),
      });
}
