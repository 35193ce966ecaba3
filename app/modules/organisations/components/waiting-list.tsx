import type { ReactNode } from 'react';
import { useLang, useT } from '~/i18n/react';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';

type Row = { id: string; name: string; href: string; what: ReactNode; since: string };

/** A list of matters that wait for an officer: the organisation, what it is about, since when. */
export function WaitingList({ title, what, rows }: { title: string; what: string; rows: Row[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office`, label: t('ui.nav.office') }]} />
      <h1>{title}</h1>
      {rows.length === 0 ? (
        <EmptyState title={t('registry.nothingWaits')} />
      ) : (
        <DataTable
          caption={title} hideCaption
          columns={[{ key: 'name', label: t('organisations.name'), rowHeader: true }, { key: 'what', label: what }, { key: 'since', label: t('registry.since') }]}
          rows={rows.map(({ id, name, href, what: about, since }) => ({ id, cells: { name: <a href={href} lang="pl">{name}</a>, what: about, since } }))}
        />
      )}
    </div>
  );
}
