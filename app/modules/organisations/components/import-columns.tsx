import { useLang, useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { Details } from '~/ui/details';
import { Tag } from '~/ui/tag';

export type DescribedColumn = { column: string; heading: string; others: string[]; label: string; required: boolean; several: boolean; words: { value: string; label: string }[] };

/** What each column of a file holds, and the values that its cells may have. */
export function ImportColumns({ columns }: { columns: DescribedColumn[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <section className="stack" aria-labelledby="columns">
      <h2 id="columns">{t('imports.columns')}</h2>
      <p>{t('imports.columnsLead')}</p>
      <p><a href={`/${lang}/office/organisations/import/template.csv`} download>{t('imports.template')}</a></p>
      <Details summary={t('imports.columnsShow')}>
        <DataTable
          caption={t('imports.columns')} hideCaption
          columns={[{ key: 'heading', label: t('imports.column'), rowHeader: true }, { key: 'meaning', label: t('imports.meaning'), words: true }, { key: 'others', label: t('imports.alsoKnown'), words: true }]}
          rows={columns.map(({ column, heading, others, label, required, several }) => ({
            id: column,
            cells: {
              heading: <code>{heading}</code>,
              meaning: <>{label} {required ? <Tag tone="info">{t('imports.required')}</Tag> : null}{several ? <span className="hint"> {t('imports.severalHint')}</span> : null}</>,
              others: others.join(', '),
            },
          }))}
        />
        {columns.filter(({ words }) => words.length > 0).map(({ column, label, words }) => (
          <Details key={column} summary={t('imports.words', { column: label })}>
            <ul className="bullets">{words.map(({ value, label: word }) => <li key={value}>{word} (<code>{value}</code>)</li>)}</ul>
          </Details>
        ))}
      </Details>
    </section>
  );
}
