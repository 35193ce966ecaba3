import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { StatusTag } from '~/modules/organisations/components/entry-summary';
import { organisationStatuses } from '~/modules/organisations/content';
import { listOrganisationsForOffice } from '~/modules/organisations/queries.server';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';

export const handle = declare({ see: 'office.read' });
export const meta = titled('organisations.officeTitle');

// A draft is the organisation's own until it hands it in.
const shownStatuses = organisationStatuses.filter((status) => status !== 'draft');

export const loader = load(handle, async ({ context, url, lang }) => {
  const all = await listOrganisationsForOffice(context.db.read);
  const status = shownStatuses.find((one) => one === url.searchParams.get('status')) ?? 'submitted';
  return {
    status, mayImport: may(context.actor, 'organisation.seeImports'),
    statuses: shownStatuses.map((value) => ({ value, count: all.filter((one) => one.status === value).length })),
    rows: all
      .filter((one) => one.status === status)
      .map(({ id, name, legalForm, submittedAt }) => ({ id, name, legalForm, status, submitted: submittedAt ? formatInstant(submittedAt, lang) : '' })),
  };
});

export default function OfficeOrganisations() {
  const { rows, statuses, status, mayImport } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office`, label: t('ui.nav.office') }]} />
      <h1>{t('organisations.officeTitle')}</h1>
      {mayImport ? <p><a href={`/${lang}/office/organisations/import`}>{t('imports.link')}</a></p> : null}
      <nav aria-label={t('organisations.byStatus')}>
        <ul className="row">
          {statuses.map(({ value, count }) => (
            <li key={value}>
              <a href={`?status=${value}`} aria-current={value === status ? 'page' : undefined}>{t(`organisations.status.${value}` as const)} ({count})</a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={t('organisations.noneInStatus')} />
      ) : (
        <DataTable
          caption={t('organisations.officeTitle')} hideCaption
          columns={[
            { key: 'name', label: t('organisations.name'), rowHeader: true }, { key: 'form', label: t('organisations.legalForm') },
            { key: 'submitted', label: t('organisations.submittedAt') }, { key: 'status', label: t('organisations.state') },
          ]}
          rows={rows.map((row) => ({
            id: row.id,
            cells: {
              name: <a href={`/${lang}/office/organisations/${row.id}`} lang="pl">{row.name}</a>, form: t(`organisations.legalForm.${row.legalForm}` as const),
              submitted: row.submitted, status: <StatusTag status={row.status} />,
            },
          }))}
        />
      )}
    </div>
  );
}
