import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { SplitTable } from '~/modules/applications/components/joint-offerors';
import { PartFields, PartnerCard } from '~/modules/applications/components/partner-card';
import { PartnerAnswerForm, PartnerForm } from '~/modules/applications/forms';
import { withHelp } from '~/modules/applications/helper-queries.server';
import { answerPartnership, findPartners, invitePartner, listPartners, partnersReading, removePartner } from '~/modules/applications/partners.server';
import { getApplication } from '~/modules/applications/queries.server';
import { partnerObstacles, type PartnerStatus } from '~/modules/applications/rules-of-partners';
import { budgetSums, yearSums } from '~/modules/applications/rules-of-budget';
import { getCall } from '~/modules/calls/queries.server';
import { isOpen } from '~/modules/calls/rules';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { text } from '~/shared/fields';
import { formatInstantZone, relativeDays } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { SearchBox } from '~/ui/search-box';

export const handle = declare({
  see: 'application.read',
  do: { invite: 'application.invitePartner', remove: 'application.invitePartner', answer: 'application.answerPartnership' },
});
export const meta = titled('offers.partners');

export const loader = load(handle, async ({ context, params, url, t, lang }) => {
  const { db, actor, now } = context;
  const application = await getApplication(db.read, params.id ?? '');
  const subject = await withHelp(db.read, context, application);
  authorise(actor, 'application.read', { ...subject, handedIn: false, coOrganisations: await partnersReading(db.read, application.id) });
  const [partners, own, call] = await Promise.all([listPartners(db.read, application.id), getOrganisation(db.read, application.organisationId), getCall(db.read, application.callId)]);
  const { total } = budgetSums(application.content.budget);
  const years = yearSums(application.content).map(({ year, total: cost }) => ({ year, total: cost }));
  const draft = application.status === 'draft' && isOpen(call, now);
  const mayInvite = draft && may(actor, 'application.invitePartner', application);
  const asked = (name: string) => (mayInvite ? (url.searchParams.get(name) ?? '').trim().slice(0, 100) : '');
  const q = asked('q');
  const named = (answer: PartnerStatus) => (application.status === 'draft' ? partners.filter(({ status }) => status === answer).map(({ name }) => name).join(', ') : '');
  return {
    id: application.id, title: application.title || t('applications.untitled'), call: call.title, q, mayInvite, total, years, own: own.name, receipt: application.receiptNumber !== null,
    ownPeople: may(actor, 'application.read', { ...subject, handedIn: false }),
    deadline: application.status !== 'draft' ? '' : draft ? t('joint.deadline', { when: formatInstantZone(call.closesAt, lang), in: relativeDays(now, call.closesAt, lang) }) : t('refusal.application.late'),
    partners: partners.map(({ organisationId, name, status, share, shareYears, tasks, reason, answeredAt }) => {
      const isTheirs = actor.kind === 'person' && actor.memberships.some((one) => one.organisationId === organisationId);
      return {
        organisationId, name, status, share, shareYears, tasks, isTheirs, acceptedAt: answeredAt?.toISOString() ?? null, reason: mayInvite || isTheirs ? reason : null,
        mayAnswer: draft && status !== 'declined' && may(actor, 'application.answerPartnership', { organisationId }),
      };
    }),
    waiting: named('invited'),
    declined: mayInvite ? named('declined') : '',
    split: partnerObstacles(partners.map((one) => ({ ...one, eligible: true })), total, years).flatMap(({ code, params: p }) => (code === 'partner.unanswered' ? [] : [refusalSentence(t, code, p)])),
    changed: partners.find(({ organisationId }) => organisationId === asked('change'))?.organisationId ?? null,
    found: q ? (await findPartners(db.read, q, application.organisationId)).map(({ id, name, krs }) => ({ value: id, label: krs ? `${name} (KRS ${krs})` : name })) : [],
  };
});

export const action = act(handle, {
  invite: doing(PartnerForm, async (context, input, { params, lang }) => {
    await invitePartner(context, params.id ?? '', input);
    return `/${lang}/applications/${params.id}/partners`;
  }),
  remove: doing(z.object({ organisationId: text({ max: 40 }) }), async (context, { organisationId }, { params, lang }) => {
    await removePartner(context, params.id ?? '', organisationId);
    return `/${lang}/applications/${params.id}/partners`;
  }),
  answer: doing(PartnerAnswerForm, async (context, input, { params, lang }) => {
    await answerPartnership(context, params.id ?? '', input);
    return input.answer !== 'declined' ? `/${lang}/applications/${params.id}/partners` : `/${lang}/desk`;
  }),
});

/** Who makes a joint offer, what each does and pays for; invited organisations answer here. */
export default function Partners() {
  const { id, title, call, q, mayInvite, total, years, own, receipt, ownPeople, deadline, partners, waiting, declined, split, changed, found } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/applications/${id}`;
  const inJoint = ownPeople || partners.some(({ isTheirs, status }) => isTheirs && status === 'accepted');
  // What waits for the reader's own answer comes first.
  const cards = (theirs: boolean) => partners.filter(({ isTheirs }) => isTheirs === theirs).map((partner) => (
    <PartnerCard key={partner.organisationId} {...partner} filer={own} total={total} years={years} change={mayInvite ? `${base}/partners?change=${partner.organisationId}#part` : undefined} changed={partner.organisationId === changed} />
  ));
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: ownPeople ? base : `${base}/check`, label: title }]} />
      <h1>{t('offers.partners')}</h1>
      <p className="hint">{t('applications.inCall', { call, organisation: own })}</p>
      {deadline ? <Notice tone="deadline">{deadline}</Notice> : null}
      {waiting ? <Notice>{t('joint.waiting', { names: waiting })}</Notice> : null}
      {declined ? <Notice tone="bad">{t('joint.declined', { names: declined })}</Notice> : null}
      {split.map((sentence) => <Notice key={sentence} tone="bad">{sentence}</Notice>)}
      {partners.length > 0 && partners.every(({ status }) => status === 'accepted') ? <Notice tone="good">{t('joint.allAccepted')}</Notice> : null}
      {cards(true)}
      {deadline ? <p>{t('offers.partnersLead')}</p> : null}
      {deadline ? <p>{t('joint.rights', { filer: own })}</p> : null}
      <p className="row">
        <a href={`${base}/check`}>{t('joint.readAll')}</a>
        {inJoint ? <a href={`${base}/comments`}>{t('offers.comments')}</a> : null}
        {receipt ? <a href={`${base}/receipt`}>{t('applications.receipt')}</a> : null}
        <a href={`${base}/form.pdf`}>{t('receipts.pdf')}</a>
      </p>
      {partners.length > 0 ? <SplitTable own={own} partners={partners} total={total} years={years} /> : <p>{t('joint.alone', { name: own })}</p>}
      {cards(false)}
      {mayInvite && !changed ? (
        <section className="stack" aria-labelledby="invite">
          <h2 id="invite">{t('joint.invite')}</h2>
          <p className="hint">{t('offers.partnerSearch')}</p>
          <SearchBox action={`${base}/partners#invite`} label={t('offers.partnerSearch')} button={t('offers.partnerFind')} defaultValue={q} />
          {q && found.length === 0 ? <p>{t('offers.partnerNone')}</p> : null}
          {found.length > 0 ? (
            <PostForm intent="invite" formId="invite" className="stack">
              <Radios name="organisationId" legend={t('offers.partnerWhich')} options={found.map(({ value, label }) => ({ value, label: <span lang="pl">{label}</span> }))} />
              <PartFields years={years} />
              <Button>{t('offers.partnerInvite')}</Button>
            </PostForm>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
