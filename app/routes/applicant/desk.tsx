import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { DueList, PastList, WaitingList } from '~/modules/desk/components/desk-lists';
import { readDesk } from '~/modules/desk/queries.server';
import { dueInWords, pastByKind, waitingInWords } from '~/modules/desk/view.server';
import { StatusTag } from '~/modules/organisations/components/entry-summary';
import { Forbidden } from '~/shared/errors';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'desk.read' });
export const meta = titled('desk.title');

export const loader = load(handle, async ({ context, lang, t, url }) => {
  const { actor, db, now } = context;
  if (actor.kind !== 'person') throw new Forbidden('desk.read');
  const { organisations, due, waiting, past } = await readDesk(db.read, actor, now);
  const reading = { t, lang, now };
  return {
    organisations,
    due: due.map((item) => dueInWords(item, reading)),
    waiting: waiting.map((item) => waitingInWords(item, reading)),
    past: pastByKind(past, reading),
    deleted: url.searchParams.get('deleted') === 'yes',
    committee: actor.roles.includes('committee_member'),
    office: may(actor, 'office.read'),
  };
});

/** What is due, what waits for whom, what is past, and for whom somebody acts. */
export default function Desk() {
  const { organisations, due, waiting, past, deleted, committee, office } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const fresh = organisations.length + due.length + waiting.length + past.length === 0;
  return (
    <div className="stack section">
      <h1>{t('desk.title')}</h1>
      {deleted ? <Notice tone="good">{t('desk.deleted')}</Notice> : null}
      {committee || office ? (
        <section className="stack">
          <h2>{t('desk.work')}</h2>
          <p className="row">
            {committee ? <LinkButton href={`/${lang}/reviews`} tone="plain">{t('ui.nav.reviews')}</LinkButton> : null}
            {office ? <LinkButton href={`/${lang}/office`} tone="plain">{t('ui.nav.office')}</LinkButton> : null}
          </p>
        </section>
      ) : null}
      {fresh ? <FirstSteps /> : (
        <section className="stack">
          <h2>{t('desk.todo')}{due.length > 0 ? ` (${due.length})` : ''}</h2>
          {due.length > 0 ? <DueList items={due} /> : <EmptyState title={t('desk.nothing')}><p>{t('desk.nothingLead')}</p></EmptyState>}
        </section>
      )}
      {waiting.length > 0 ? (
        <section className="stack">
          <h2>{t('desk.waiting')} ({waiting.length})</h2>
          <WaitingList items={waiting} />
        </section>
      ) : null}
      {past.length > 0 ? (
        <section className="stack">
          <h2>{t('desk.past')}</h2>
          {past.map(({ kind, items }) => <PastList key={kind} kind={kind} items={items} />)}
        </section>
      ) : null}
      {fresh ? null : (
        <section className="stack">
          <h2>{t('desk.more')}</h2>
          <p className="row">
            {organisations.length > 0 ? <a href={`/${lang}/calendar`}>{t('finding.ownCalendar')}</a> : null}{' '}
            <a href={`/${lang}/calls`}>{t('ui.nav.calls')}</a>{' '}
            <a href={`/${lang}/small-grants`}>{t('smallGrants.title')}</a>{' '}
            <a href={`/${lang}/proposals`}>{t('proposals.title')}</a> <a href={`/${lang}/local-initiatives`}>{t('localInitiatives.title')}</a>
          </p>
        </section>
      )}
      {organisations.length > 0 ? (
        <section className="stack">
          <h2>{t('desk.organisations')}</h2>
          <ul className="tasks">
            {organisations.map(({ id, name, status }) => (
              <li key={id}><a href={`/${lang}/my/${id}`}><OwnText lang="pl" as="span">{name}</OwnText></a><StatusTag status={status} /></li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="hint">{t('desk.invitation')}</p>
      <p><LinkButton href={`/${lang}/register`} tone="plain">{t('applications.register')}</LinkButton></p>
    </div>
  );
}

/** Three ways in for somebody who has nothing here yet. */
function FirstSteps() {
  const t = useT();
  const lang = useLang();
  const steps = [
    { href: `/${lang}/organisations`, label: t('desk.first.organisation'), hint: t('desk.first.organisationHint') },
    { href: `/${lang}/calls`, label: t('desk.first.call'), hint: t('desk.first.callHint') },
    { href: `/${lang}/local-initiatives`, label: t('desk.first.resident'), hint: t('desk.first.residentHint') },
  ];
  return (
    <section className="stack">
      <h2>{t('desk.first')}</h2>
      <ol className="tasks">
        {steps.map(({ href, label, hint }) => <li key={href}><span><a href={href}>{label}</a><span className="hint block">{hint}</span></span></li>)}
      </ol>
    </section>
  );
}
