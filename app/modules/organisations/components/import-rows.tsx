import { Fragment } from 'react';
import { useLang, useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import type { ShownImport } from '../bulk/shown.server';

/** The rows of one group, with links to the other groups and their counts. */
export function ImportRows({ shown }: { shown: Pick<ShownImport, 'status' | 'groups' | 'chosen' | 'rows'> }) {
  const t = useT();
  const lang = useLang();
  const { groups, chosen, rows } = shown;
  const isOpen = shown.status === 'previewed';
  return (
    <section className="stack" aria-labelledby="rows">
      <h2 id="rows">{t('imports.rows')}</h2>
      <nav aria-label={t('imports.rows')}>
        <ul className="row">
          {groups.map(({ value, label, count }) => (
            <li key={value}><a href={`?show=${value}`} aria-current={value === chosen ? 'page' : undefined}>{label} ({count})</a></li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? <EmptyState title={t('imports.noneOfThese')} /> : (
        <DataTable
          caption={groups.find(({ value }) => value === chosen)?.label ?? t('imports.rows')}
          columns={[{ key: 'row', label: t('imports.row'), numeric: true }, { key: 'name', label: t('organisations.name'), rowHeader: true }, { key: 'what', label: t(isOpen ? 'imports.what' : 'imports.became'), words: true }]}
          rows={rows.map(({ row, name, entryId, says, will, isWrong }) => ({
            id: String(row),
            cells: {
              row,
              name: entryId ? <a href={`/${lang}/office/organisations/${entryId}`} lang="pl">{name}</a> : <span lang="pl">{name}</span>,
              what: <>{will}{says.map((sentence, i) => <Fragment key={sentence}>{will || i > 0 ? <br /> : null}<span className={isWrong ? 'error' : 'hint'}>{sentence}</span></Fragment>)}</>,
            },
          }))}
        />
      )}
    </section>
  );
}
