import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { CallTag } from '~/modules/calls/components/call-tag';
import { listCallsForOffice } from '~/modules/calls/queries.server';
import { formatInstant } from '~/shared/time';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Money } from '~/ui/money';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'office.read' });
export const meta = titled('calls.title');

export const loader = load(handle, async ({ context, lang }) => {
  const calls = await listCallsForOffice(context.db.read);
  return {
    mayDraft: may(context.actor, 'call.draft'),
    calls: calls.map(({ id, number, title, status, budget, closesAt }) => ({ id, number, title, status, budget, closes: formatInstant(closesAt, lang) })),
  };
});

/** All calls of the City with their state. */
export default function Calls() {
  const { calls, mayDraft } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('calls.title')}</h1>
      <p>{t('calls.officeLead')}</p>
      {mayDraft ? <p><LinkButton href={`/${lang}/office/calls/new`}>{t('calls.new')}</LinkButton></p> : null}
      {calls.length === 0 ? <EmptyState title={t('calls.none')} /> : (
        <DataTable
          caption={t('calls.title')}
          hideCaption
          columns={[
            { key: 'title', label: t('calls.one'), rowHeader: true },
            { key: 'number', label: t('calls.number') },
            { key: 'status', label: t('calls.state') },
            { key: 'closes', label: t('calls.deadline') },
            { key: 'budget', label: t('calls.pool'), numeric: true },
          ]}
          rows={calls.map(({ id, number, title, status, budget, closes }) => ({
            id,
            cells: {
              title: <a href={`/${lang}/office/calls/${id}`}><OwnText lang="pl" as="span">{title}</OwnText></a>,
              number,
              status: <CallTag status={status} />,
              closes,
              budget: <Money grosze={budget} />,
            },
          }))}
        />
      )}
    </div>
  );
}
