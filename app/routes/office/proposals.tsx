import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { ProposalTag } from '~/modules/proposals/components/status-tag';
import { listProposalsForOffice } from '~/modules/proposals/queries.server';
import { dayOf, formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'proposal.list' });
export const meta = titled('proposals.title');

export const loader = load(handle, async ({ context, lang }) => {
  const proposals = await listProposalsForOffice(context.db.read, dayOf(context.now));
  return { proposals: proposals.map(({ id, number, title, status, organisationName, due, clock }) => ({ id, number: number ?? '', title, status, organisationName, due: due ? formatDay(due, lang) : '', clock })) };
});

/** Proposals on the City's desk, each with the day by which the City answers. */
export default function OfficeProposals() {
  const { proposals } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('proposals.title')}</h1>
      <p>{t('proposals.office.lead')}</p>
      {proposals.length === 0 ? <EmptyState title={t('proposals.office.none')} /> : (
        <DataTable
          caption={t('proposals.filed')}
          columns={[
            { key: 'proposal', label: t('proposals.office.proposal'), rowHeader: true },
            { key: 'due', label: t('proposals.office.due') },
            { key: 'state', label: t('proposals.office.state') },
          ]}
          rows={proposals.map((one) => ({
            id: one.id,
            cells: {
              proposal: <><a href={`/${lang}/office/proposals/${one.id}`}><OwnText lang="pl" as="span">{one.title}</OwnText></a><br /><span className="hint">{one.number} · <OwnText lang="pl" as="span">{one.organisationName}</OwnText></span></>,
              due: <>{one.due || '–'} {one.clock === 'overdue' ? <Tag tone="bad">{t('proposals.office.overdue')}</Tag> : null}{one.clock === 'near' ? <Tag tone="wait">{t('proposals.office.near')}</Tag> : null}</>,
              state: <ProposalTag status={one.status} />,
            },
          }))}
        />
      )}
    </div>
  );
}
