import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listAgreements } from '~/modules/agreements/queries.server';
import { nextStep } from '~/modules/applications/rules';
import { listApplicationsOf } from '~/modules/applications/queries.server';
import { ApplicationTag } from '~/modules/applications/components/formal-status';
import { LocalInitiativeTag } from '~/modules/local-initiatives/components/status-tag';
import { listLocalInitiativesOf } from '~/modules/local-initiatives/queries.server';
import { listAwards } from '~/modules/decisions/queries.server';
import { StatusTag } from '~/modules/organisations/components/entry-summary';
import { listOrganisationsOf } from '~/modules/organisations/queries.server';
import { ProposalTag } from '~/modules/proposals/components/status-tag';
import { listProposalsOf } from '~/modules/proposals/queries.server';
import { SmallGrantTag } from '~/modules/small-grants/components/status-tag';
import { listSmallGrantsOf } from '~/modules/small-grants/queries.server';
import { findReportOf } from '~/modules/reports/queries.server';
import { formatMoney } from '~/shared/money';
import { formatDeadline, formatInstantZone, relativeDays } from '~/shared/time';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'desk.read' });
export const meta = titled('desk.title');

export const loader = load(handle, async ({ context, lang, t }) => {
  const { actor, db, now } = context;
  const organisations = actor.kind === 'person' ? await listOrganisationsOf(db.read, actor.id) : [];
  const offers = organisations.length > 0 ? await listApplicationsOf(db.read, organisations.map(({ id }) => id)) : [];
  const smallGrants = organisations.length > 0 ? await listSmallGrantsOf(db.read, organisations.map(({ id }) => id)) : [];
  const proposals = organisations.length > 0 ? await listProposalsOf(db.read, organisations.map(({ id }) => id)) : [];
  const initiatives = actor.kind === 'person' ? await listLocalInitiativesOf(db.read, actor.id, organisations.map(({ id }) => id)) : [];
  const grants = [];
  for (const { id } of organisations) {
    for (const award of await listAwards(db.read, { organisationId: id }))
      if (award.resultsPublishedAt && award.status !== 'contracted') grants.push({ href: `/${lang}/awards/${award.id}`, text: award.title, tag: t(`decisions.award.${award.status}` as const), amount: formatMoney(award.amount, lang) });
    for (const agreement of await listAgreements(db.read, { organisationId: id })) {
      grants.push({ href: `/${lang}/agreements/${agreement.id}`, text: `${agreement.number} · ${agreement.title}`, tag: t(`agreements.status.${agreement.status}` as const), amount: formatMoney(agreement.amount, lang) });
      const report = await findReportOf(db.read, agreement.id);
      if (report) grants.push({ href: `/${lang}/reports/${report.id}`, text: `${t('desk.report')} · ${agreement.title}`, tag: t(`reports.status.${report.status}` as const, { amount: '' }), amount: '' });
    }
  }
  return {
    organisations: organisations.map(({ id, name, status }) => ({ id, name, status })),
    offers: offers.map((offer) => ({
      id: offer.id, title: offer.title || t('applications.untitled'), callTitle: offer.callTitle, status: offer.status,
      next: offer.status === 'draft' && now.getTime() >= offer.closesAt.getTime()
        ? t('refusal.application.late')
        : t(`applications.next.${nextStep(offer.status)}` as const, { due: offer.correctionDueAt ? formatDeadline(offer.correctionDueAt, lang) : '' }),
      when: offer.status === 'draft' ? t('desk.deadline', { when: `${formatInstantZone(offer.closesAt, lang)} (${relativeDays(now, offer.closesAt, lang)})` }) : '',
    })),
    smallGrants: smallGrants.map(({ id, title, status }) => ({ id, status, title: title || t('smallGrants.untitled') })),
    proposals: proposals.map(({ id, title, status }) => ({ id, status, title: title || t('proposals.untitled') })),
    initiatives: initiatives.map(({ id, title, status }) => ({ id, status, title: title || t('localInitiatives.untitled') })),
    grants,
    committee: actor.kind === 'person' && actor.roles.includes('committee_member'),
    office: may(actor, 'office.read'),
  };
});

export default function Desk() {
  const { organisations, offers, smallGrants, proposals, initiatives, grants, committee, office } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('desk.title')}</h1>
      {committee || office ? (
        <section className="stack">
          <h2>{t('desk.work')}</h2>
          <p className="row">
            {committee ? <LinkButton href={`/${lang}/reviews`} tone="plain">{t('ui.nav.reviews')}</LinkButton> : null}
            {office ? <LinkButton href={`/${lang}/office`} tone="plain">{t('ui.nav.office')}</LinkButton> : null}
          </p>
        </section>
      ) : null}
      <section className="stack">
        <h2>{t('desk.organisations')}</h2>
        {organisations.length === 0 ? <EmptyState title={t('desk.noOrganisation')} /> : null}
        <ul className="tasks">
          {organisations.map(({ id, name, status }) => (
            <li key={id}><a href={`/${lang}/my/${id}`}><OwnText lang="pl" as="span">{name}</OwnText></a><StatusTag status={status} /></li>
          ))}
        </ul>
        <p className="hint">{t('desk.invitation')}</p>
        <p><LinkButton href={`/${lang}/register`} tone="plain">{t('applications.register')}</LinkButton></p>
      </section>
      <section className="stack">
        <h2>{t('desk.offers')}</h2>
        {offers.length === 0 ? <EmptyState title={t('desk.noOffers')}><LinkButton href={`/${lang}/calls`} tone="plain">{t('ui.nav.calls')}</LinkButton></EmptyState> : null}
        <ul className="tasks">
          {offers.map((offer) => (
            <li key={offer.id}>
              <span>
                <a href={`/${lang}/applications/${offer.id}`}><OwnText lang="pl" as="span">{offer.title}</OwnText></a>
                <span className="hint block"><OwnText lang="pl" as="span">{offer.callTitle}</OwnText> {offer.when}</span>
                <span className="hint block">{offer.next}</span>
              </span>
              <ApplicationTag status={offer.status} />
            </li>
          ))}
        </ul>
      </section>
      {smallGrants.length > 0 ? (
        <section className="stack">
          <h2>{t('smallGrants.title')}</h2>
          <ul className="tasks">
            {smallGrants.map(({ id, title, status }) => (
              <li key={id}><a href={`/${lang}/small-grants/mine/${id}`}><OwnText lang="pl" as="span">{title}</OwnText></a><SmallGrantTag status={status} /></li>
            ))}
          </ul>
        </section>
      ) : null}
      {organisations.length > 0 ? (
        <section className="stack">
          <h2>{t('proposals.title')}</h2>
          <ul className="tasks">
            {proposals.map(({ id, title, status }) => (
              <li key={id}><a href={`/${lang}/proposals/mine/${id}`}><OwnText lang="pl" as="span">{title}</OwnText></a><ProposalTag status={status} /></li>
            ))}
          </ul>
          <p>{t('proposals.invite')} <a href={`/${lang}/proposals`}>{t('proposals.write')}</a></p>
        </section>
      ) : null}
      <section className="stack">
        <h2>{t('localInitiatives.office.title')}</h2>
        <ul className="tasks">
          {initiatives.map(({ id, title, status }) => (
            <li key={id}><a href={`/${lang}/local-initiatives/mine/${id}`}><OwnText lang="pl" as="span">{title}</OwnText></a><LocalInitiativeTag status={status} /></li>
          ))}
        </ul>
        <p><a href={`/${lang}/local-initiatives`}>{t('localInitiatives.ask')}</a></p>
      </section>
      {grants.length > 0 ? (
        <section className="stack">
          <h2>{t('desk.agreements')}</h2>
          <ul className="tasks">
            {grants.map(({ href, text, tag, amount }) => (
              <li key={href}><a href={href}><OwnText lang="pl" as="span">{text}</OwnText></a><span>{amount} <Tag tone="info">{tag}</Tag></span></li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
