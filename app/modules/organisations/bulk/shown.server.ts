import type { Context } from '~/access/context';
import type { Translate } from '~/i18n/translate';
import { formatInstant } from '~/shared/time';
import { rowOutcomes, verdicts } from '../content-of-imports';
import { countOutcomes, getImport, listImportRows } from './queries.server';
import { outlook, sentenceOf } from './sentences';

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
const nameOf: Record<string, string> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1250': 'Windows-1250', 'iso-8859-2': 'ISO 8859-2' };

type Asked = { t: Translate; show: string; page: number };

/** One import as its page shows it: groups of rows with counts, and the rows of the group that was asked for. */
export async function showImport({ db: { read }, lang }: Context, id: string, { t, show, page }: Asked) {
  const found = await getImport(read, id);
  const isOpen = found.status === 'previewed';
  const outcomes = isOpen ? new Map<string, number>() : await countOutcomes(read, id);
  const groups = isOpen
    ? verdicts.map((value) => ({ value: value as string, label: t(`imports.verdict.${value}` as const), count: found.counts[value] }))
    : rowOutcomes.map((value) => ({ value: value as string, label: t(`imports.outcome.${value}` as const), count: outcomes.get(value) ?? 0 }));
  const filled = groups.filter(({ count }) => count > 0);
  // What asks for a decision or tells of something left comes first.
  const first = filled.find(({ value }) => value.startsWith('left_')) ?? filled.find(({ value }) => value !== 'none') ?? filled[0];
  const chosen = (filled.find(({ value }) => value === show) ?? first)?.value ?? '';
  const verdict = isOpen ? verdicts.find((one) => one === chosen) : undefined;
  const outcome = isOpen ? undefined : rowOutcomes.find((one) => one === chosen);
  const { rows, ...paging } = await listImportRows(read, id, { ...(verdict ? { verdict } : {}), ...(outcome ? { outcomes: [outcome] } : {}), page });
  return {
    id, status: found.status, fileName: found.fileName, origin: found.origin, counts: found.counts, reading: found.reading, unknown: found.unknownColumns,
    encoding: found.encoding, encodingName: nameOf[found.encoding] ?? '', separator: t(`imports.separator.${separatorNames[found.separator]}` as const),
    doneAt: found.doneAt ? formatInstant(found.doneAt, lang) : '', undoneAt: found.undoneAt ? formatInstant(found.undoneAt, lang) : '',
    left: [...outcomes].reduce((sum, [value, n]) => (value.startsWith('left_') ? sum + n : sum), 0),
    groups: filled, chosen, ...paging,
    rows: rows.map(({ row, name, problems, notes, entryId, changes, verdict: said, outcome: became }) => ({
      row, name, entryId: became === 'removed' ? null : entryId, isWrong: isOpen && said === 'error',
      says: isOpen ? [...problems, ...notes].map((problem) => sentenceOf(t, row, problem)) : [],
      will: isOpen ? outlook(t, said, changes) : t(`imports.outcome.${became}` as const),
    })),
  };
}
export type ShownImport = Awaited<ReturnType<typeof showImport>>;
