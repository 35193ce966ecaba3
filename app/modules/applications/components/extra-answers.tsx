import { tableRows } from '~/modules/calls/rules-extra';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { ExtraAnswer } from '../content';
import { OriginalBeside } from './original';

/** What was answered: a table as a table, a file with the way to it, anything else in its words. */
function Said({ label, answer, columns, fileId }: ExtraAnswer) {
  if (fileId) return <a href={`/files/${fileId}`}>{answer}</a>;
  if (!columns) return <OwnText lang="pl" as="div">{answer}</OwnText>;
  return (
    <DataTable
      caption={label}
      hideCaption
      columns={columns.map((column, i) => ({ key: `c${i}`, label: column, rowHeader: i === 0 }))}
      rows={tableRows(answer).map((cells, n) => ({ id: String(n), cells: Object.fromEntries(columns.map((_, i) => [`c${i}`, <OwnText key={i} lang="pl" as="span">{cells[i] ?? ''}</OwnText>])) }))}
    />
  );
}

/** Answers to the questions the call added, in the words in which they were asked. */
export function ExtraAnswers({ answers }: { answers: readonly ExtraAnswer[] }) {
  return <SummaryList items={answers.map((one) => ({ label: <OwnText lang="pl" as="span">{one.label}</OwnText>, value: <><Said {...one} /><OriginalBeside original={one.words?.answer} /></> }))} />;
}
