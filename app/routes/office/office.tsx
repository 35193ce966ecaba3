import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may, type Action } from '~/access/policy';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listLocalInitiativesForOffice } from '~/modules/local-initiatives/queries.server';
import { listProposalsForOffice } from '~/modules/proposals/queries.server';
import { waitsForAnswer } from '~/modules/proposals/rules';
import { listCallsForOffice } from '~/modules/calls/queries.server';
import { listRegistryWork } from '~/modules/organisations/desk.server';
import { listOrganisationsForOffice } from '~/modules/organisations/queries.server';
import { listReportsForOffice } from '~/modules/reports/queries.server';
import { listSmallGrantsForOffice } from '~/modules/small-grants/queries.server';
import { dayOf, formatDay, formatInstant } from '~/shared/time';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'office.read' });
export const meta = titled('office.title');

const desks = [
  { path: 'organisations', key: 'office.all.organisations', action: 'organisation.verify' },
  { path: 'duplicates', key: 'registry.duplicates.title', action: 'organisation.merge' },
  { path: 'changes', key: 'registry.changes.title', action: 'change.decide' },
  { path: 'claims', key: 'registry.claims.title', action: 'claim.decide' },
  { path: 'suggestions', key: 'registry.suggestions.title', action: 'suggestion.answer' },
  { path: 'calls', key: 'office.all.calls', action: 'office.read' },
  { path: 'small-grants', key: 'smallGrants.title', action: 'smallGrant.list' },
  { path: 'proposals', key: 'proposals.title', action: 'proposal.list' },
  { path: 'local-initiatives', key: 'localInitiatives.office.title', action: 'localInitiative.list' },
  { path: 'agreements', key: 'office.all.agreements', action: 'office.read' },
  { path: 'consultations', key: 'office.all.consultations', action: 'consultation.draft' },
  { path: 'indicators', key: 'programme.indicators.title', action: 'indicator.keep' },
  { path: 'people', key: 'office.all.people', action: 'person.list' },
  { path: 'audit', key: 'audit.title', action: 'audit.read' },
  { path: 'components', key: 'ui.components', action: 'components.read' },
] as const satisfies { path: string; key: string; action: Action }[];

const waiting = ['submitted', 'purposeful', 'comments_closed'];
const waitingInitiatives = ['submitted', 'assessed', 'agreed', 'reported'];
const underWay = ['internal_review', 'approved', 'open', 'closed', 'screening', 'assessment', 'ranked', 'decided'];

export const loader = load(handle, async ({ context, lang, t }) => {
  const { read } = context.db;
  const [organisations, calls, reports, smallGrants] = await Promise.all([listOrganisationsForOffice(read, { status: 'submitted' }), listCallsForOffice(read), listReportsForOffice(read), listSmallGrantsForOffice(read)]);
  return {
    desks: desks.filter(({ action }) => may(context.actor, action)).map(({ path, key }) => ({ path, label: t(key) })),
    queues: [
      { title: t('office.organisations'), items: organisations.map(({ id, name }) => ({ href: `organisations/${id}`, text: name, tag: '' })) },
      ...(may(context.actor, 'change.decide') ? [{ title: t('registry.office.queue'), items: (await listRegistryWork(read)).map(({ href, name, kind }) => ({ href, text: name, tag: t(`registry.office.kind.${kind}` as const) })) }] : []),
      {
        title: t('office.calls'),
        items: calls
          .filter(({ status }) => underWay.includes(status))
          .toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime())
          .map(({ id, title, status, closesAt }) => ({ href: `calls/${id}`, text: title, tag: `${t(`calls.status.${status}` as const)} · ${t('office.deadline', { when: formatInstant(closesAt, lang) })}` })),
      },
      { title: t('smallGrants.title'), items: smallGrants.filter(({ status }) => waiting.includes(status)).map(({ id, title, status }) => ({ href: `small-grants/${id}`, text: title, tag: t(`smallGrants.status.${status}` as const) })) },
      {
        title: t('proposals.title'),
        items: (await listProposalsForOffice(read, dayOf(context.now)))
          .filter(({ status }) => waitsForAnswer(status))
          .map(({ id, title, due, clock }) => ({ href: `proposals/${id}`, text: title, tag: [clock === 'overdue' ? t('proposals.office.overdue') : '', due ? t('office.deadline', { when: formatDay(due, lang) }) : ''].filter(Boolean).join(' · ') })),
      },
      {
        title: t('localInitiatives.office.title'),
        items: (await listLocalInitiativesForOffice(read, dayOf(context.now)))
          .filter(({ status }) => waitingInitiatives.includes(status))
          .map(({ id, title, status, due }) => ({ href: `local-initiatives/${id}`, text: title, tag: [t(`localInitiatives.status.${status}` as const), due ? t('office.deadline', { when: formatDay(due, lang) }) : ''].filter(Boolean).join(' · ') })),
      },
      { title: t('office.reports'), items: reports.map(({ id, title, dueOn }) => ({ href: `reports/${id}`, text: title, tag: t('office.deadline', { when: formatDay(dueOn, lang) }) })) },
    ],
  };
});

export default function Office() {
  const { desks: mine, queues } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('office.title')}</h1>
      <p>{t('office.lead')}</p>
      <div className="aside end">
        <div className="stack section">
          {queues.map(({ title, items }) => (
            <section className="stack" key={title}>
              <h2>{title}</h2>
              {items.length === 0 ? <p className="hint">{t('office.nothing')}</p> : null}
              <ul className="tasks">
                {items.map(({ href, text, tag }) => (
                  <li key={href}>
                    <a href={`/${lang}/office/${href}`}><OwnText lang="pl" as="span">{text}</OwnText></a>
                    {tag ? <Tag tone="wait">{tag}</Tag> : null}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <nav aria-label={t('office.title')}>
          <ul className="card stack">
            {mine.map(({ path, label }) => <li key={path}><a href={`/${lang}/office/${path}`}>{label}</a></li>)}
          </ul>
        </nav>
      </div>
    </div>
  );
}
