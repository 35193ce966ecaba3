import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import type { MessageKey } from '~/i18n/codes';
import { useLang, useT } from '~/i18n/react';
import { ApplicationTag } from '~/modules/applications/components/formal-status';
import { listApplicationsOfCall } from '~/modules/applications/queries.server';
import { listFormalProgress } from '~/modules/applications/screening-queries.server';
import { startScreening } from '~/modules/applications/screening.server';
import { getCall, listChecklist } from '~/modules/calls/queries.server';
import { nothing } from '~/shared/fields';
import { fold } from '~/shared/text';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Select } from '~/ui/choices';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Money } from '~/ui/money';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'application.list', do: { start: 'application.checkFormally' } });

export const loader = load(handle, async ({ context, params, url, lang }) => {
  const { read } = context.db;
  const call = await getCall(read, params.id ?? '');
  const offers = (await listApplicationsOfCall(read, call.id)).filter(({ status }) => status !== 'draft');
  const progress = await listFormalProgress(read, call.id);
  const checklist = await listChecklist(read, call.id);
  const status = url.searchParams.get('status') ?? '';
  const q = url.searchParams.get('q') ?? '';
  const sought = fold(q.trim());
  const shown = offers.filter(
    (offer) =>
      (!status || offer.status === status) &&
      (!sought || fold([offer.title, offer.organisationName, offer.receiptNumber ?? ''].join(' ')).includes(sought)),
  );
  return {
    call: { id: call.id, title: call.title, status: call.status },
    mayStart: call.status === 'closed' && offers.length > 0 && may(context.actor, 'application.checkFormally', {}),
    statuses: [...new Set(offers.map((offer) => offer.status))],
    status,
    q,
    requested: shown.reduce((sum, offer) => sum + offer.requested, 0),
    rows: shown.map((offer) => ({
      id: offer.id, title: offer.title, organisation: offer.organisationName, status: offer.status, requested: offer.requested,
      totalCost: offer.totalCost, number: offer.receiptNumber ?? '–',
      submittedAt: offer.submittedAt ? formatInstant(offer.submittedAt, lang) : '–',
      answered: progress.get(offer.id)?.answered ?? 0,
      waits: offer.status === 'formal_check' && !!progress.get(offer.id)?.proposal,
    })),
    items: checklist.length,
  };
});

export const action = act(handle, {
  start: doing(nothing, async (context, _input, { params, lang }) => {
    await startScreening(context, params.id ?? '');
    return `/${lang}/office/calls/${params.id}/applications`;
  }),
});

export const meta = titled('screening.listTitle');

/** All offers handed in for a call, with how far the formal check of each is. */
export default function CallApplications() {
  const { call, mayStart, statuses, status, q, rows, requested, items } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/office/calls/${call.id}`;
  return (
    <div className="stack">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('screening.calls') }, { href: base, label: call.title }]} />
      <h1>{t('screening.listTitle')}</h1>
      <p lang="pl">{call.title}</p>
      <p className="row">
        <LinkButton href={`${base}/committee`} tone="plain">{t('screening.committee')}</LinkButton>
        <LinkButton href={`${base}/ranking`} tone="plain">{t('screening.ranking')}</LinkButton>
      </p>
      {mayStart ? (
        <Notice>
          <p>{t('screening.startHint')}</p>
          <PostForm intent="start"><Button>{t('screening.start')}</Button></PostForm>
        </Notice>
      ) : null}
      <form method="get" className="row">
        <Field name="q" label={t('screening.search')} type="search" width="medium" defaultValue={q} />
        <Select name="status" label={t('screening.status')} empty={t('screening.anyStatus')} defaultValue={status}
          options={statuses.map((value) => ({ value, label: t(`applications.status.${value}` as MessageKey) }))} />
        <Button tone="plain">{t('screening.filter')}</Button>
      </form>
      <p>{t('screening.found', { n: rows.length })} · {t('screening.requested')}: <Money grosze={requested} /></p>
      {rows.length === 0 ? <EmptyState title={t('screening.none')}><p>{t('screening.noneHint')}</p></EmptyState> : (
        <DataTable
          caption={t('screening.listTitle')}
          hideCaption
          columns={[
            { key: 'number', label: t('screening.number') },
            { key: 'title', label: t('screening.taskTitle'), rowHeader: true },
            { key: 'organisation', label: t('screening.organisation') },
            { key: 'submittedAt', label: t('screening.submittedAt') },
            { key: 'requested', label: t('screening.requested'), numeric: true },
            { key: 'totalCost', label: t('screening.totalCost'), numeric: true },
            { key: 'formal', label: t('screening.formal') },
            { key: 'status', label: t('screening.status') },
          ]}
          rows={rows.map((row) => ({
            id: row.id,
            cells: {
              number: row.number,
              title: <a href={`/${lang}/office/applications/${row.id}`} lang="pl">{row.title}</a>,
              organisation: <span lang="pl">{row.organisation}</span>,
              submittedAt: row.submittedAt,
              requested: <Money grosze={row.requested} />,
              totalCost: <Money grosze={row.totalCost} />,
              formal: row.waits ? t('screening.waitsForSecond') : t('screening.answered', { done: row.answered, all: items }),
              status: <ApplicationTag status={row.status} />,
            },
          }))}
        />
      )}
    </div>
  );
}
