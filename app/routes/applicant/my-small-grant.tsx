import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { Obstacles } from '~/modules/applications/components/obstacles';
import { submitSmallGrant, withdrawSmallGrant } from '~/modules/small-grants/commands.server';
import { OfferCopy } from '~/modules/small-grants/components/offer-copy';
import { SmallGrantTag } from '~/modules/small-grants/components/status-tag';
import { HandInForm } from '~/modules/small-grants/forms';
import { boundsAt, getLastSubmission, getSmallGrant } from '~/modules/small-grants/queries.server';
import { isPublic, isWritable, problemsOf, reviewDueOn, smallGrantSteps, startsSoon, usualDays } from '~/modules/small-grants/rules';
import { ReceiptLink } from '~/modules/receipts/components/receipt-link';
import { findReceiptLinks } from '~/modules/receipts/queries.server';
import { nothing } from '~/shared/fields';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Details } from '~/ui/details';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'smallGrant.read', do: { submit: 'smallGrant.submit', withdraw: 'smallGrant.withdraw' } });
export const meta = titled('smallGrants.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, db, now } = context;
  const offer = await getSmallGrant(db.read, params.id ?? '');
  // Its own people read it whole; the City has its own page.
  authorise(actor, 'smallGrant.read', { organisationId: offer.organisationId, handedIn: false });
  const { today, limits, balance } = await boundsAt(db.read, now, offer.organisationId);
  const writable = isWritable(offer.status);
  const last = await getLastSubmission(db.read, offer.id);
  return {
    id: offer.id, status: offer.status, pageTitle: offer.title || t('smallGrants.untitled'), content: offer.content, organisation: offer.organisationName, version: offer.version,
    note: offer.status === 'correction_requested' ? offer.correctionNote : null,
    problems: writable ? problemsOf(offer.content, limits, balance, today).map(({ code, field, params: p }) => `${fieldName(t, field)}${refusalSentence(t, code, p)}`) : [],
    late: writable && startsSoon(offer.content, today),
    receipt: last && offer.receiptNumber && offer.submittedAt
      ? { number: offer.receiptNumber, time: formatInstantZone(last.submittedAt, lang, { seconds: true }), hash: last.sha256, check: await findReceiptLinks(db.read, context.origin, offer.receiptNumber, last.sha256), due: formatDay(reviewDueOn(dayOf(offer.submittedAt), limits.reviewDays), lang) }
      : null,
    decision: offer.decidedAt ? { reason: offer.decisionReason ?? '', order: offer.orderNumber && offer.orderDate ? { number: offer.orderNumber, day: formatDay(offer.orderDate, lang) } : null } : null,
    publicNumber: isPublic(offer) ? offer.receiptNumber : null,
    canEdit: writable && may(actor, 'smallGrant.edit', offer),
    canSubmit: writable && may(actor, 'smallGrant.submit', offer),
    canWithdraw: smallGrantSteps[offer.status].includes('withdrawn') && may(actor, 'smallGrant.withdraw', offer),
  };
});

// The sentence "required" says nothing without the name of the field it belongs to.
function fieldName(t: Parameters<typeof refusalSentence>[0], field: string): string {
  const names: Record<string, string> = {
    'contact.name': t('applications.field.name'), 'contact.phone': t('applications.field.phone'), 'contact.email': t('applications.field.email'), title: t('applications.field.title'),
    startDate: t('applications.field.start'), endDate: t('applications.field.end'), description: t('smallGrants.part.task'), profile: t('smallGrants.profile'),
  };
  return names[field] ? `${names[field]}: ` : '';
}

export const action = act(handle, {
  submit: doing(HandInForm, async (context, input, { params, lang }) => {
    await submitSmallGrant(context, params.id ?? '', input);
    return `/${lang}/small-grants/mine/${params.id}`;
  }),
  withdraw: doing(nothing, async (context, _input, { params, lang }) => {
    await withdrawSmallGrant(context, params.id ?? '');
    return `/${lang}/small-grants/mine/${params.id}`;
  }),
});

/** One small grant as its organisation sees it: what stops it, the receipt, the decision. */
export default function MySmallGrant() {
  const offer = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/small-grants/mine/${offer.id}`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/small-grants`, label: t('smallGrants.title') }]} />
      <h1><OwnText lang="pl" as="span">{offer.pageTitle}</OwnText></h1>
      <p className="row"><SmallGrantTag status={offer.status} /> <OwnText lang="pl" as="span">{offer.organisation}</OwnText></p>
      {offer.note ? <Notice tone="bad" title={t('smallGrants.office.correctNote')}><OwnText lang="pl">{offer.note}</OwnText></Notice> : null}
      <Obstacles problems={offer.problems} version={offer.version} />
      {offer.late ? <Notice>{t('smallGrants.warnStart', { days: usualDays })}</Notice> : null}
      {offer.receipt ? (
        <section className="stack">
          <h2>{t('smallGrants.receipt')}</h2>
          <SummaryList items={[
            { label: t('smallGrants.number'), value: offer.receipt.number },
            { label: t('smallGrants.time'), value: offer.receipt.time },
            { label: t('smallGrants.hash'), value: <code>{offer.receipt.hash}</code> },
            { label: t('smallGrants.dueBy'), value: offer.receipt.due },
          ]} />
          {offer.receipt.check ? <ReceiptLink {...offer.receipt.check} /> : null}
        </section>
      ) : null}
      {offer.decision ? (
        <section className="stack card">
          <h2>{t('smallGrants.decision')}</h2>
          {offer.decision.order ? <p>{t('smallGrants.decisionOrder', offer.decision.order)}</p> : null}
          <OwnText lang="pl">{offer.decision.reason}</OwnText>
        </section>
      ) : null}
      {offer.publicNumber ? <p><a href={`/${lang}/small-grants/${offer.publicNumber}`}>{t('smallGrants.comments')}</a></p> : null}
      {offer.canEdit ? <p><LinkButton href={`${base}/edit`} tone={offer.version > 1 ? 'plain' : 'main'}>{t('smallGrants.edit')}</LinkButton></p> : null}
      {offer.version > 1 ? <OfferCopy copy={offer.content} /> : null}
      {offer.canSubmit && offer.problems.length === 0 ? (
        <PostForm intent="submit" className="stack">
          <input type="hidden" name="version" value={offer.version} />
          <p>{t('applications.submitDeclare')}</p>
          <Button>{t('smallGrants.submit')}</Button>
        </PostForm>
      ) : null}
      {offer.canEdit && !offer.canSubmit ? <Notice>{t('applications.onlySignatory')}</Notice> : null}
      {offer.canWithdraw ? <Details summary={t('smallGrants.withdraw')}><PostForm intent="withdraw"><Button tone="bad">{t('smallGrants.withdraw')}</Button></PostForm></Details> : null}
    </div>
  );
}
