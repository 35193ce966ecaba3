import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { getPublicCall, listPublicCalls } from '~/modules/calls/queries.server';
import { inWordsOf, isOpen } from '~/modules/calls/rules';
import { smallGrantFits, whyNotEligible, type Answers } from '~/modules/calls/rules-finding';
import { legalForms } from '~/modules/organisations/legal-forms';
import { legalRule } from '~/modules/programme/queries.server';
import { formatMoney, parseMoney } from '~/shared/money';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Radios, Select } from '~/ui/choices';
import { MoneyField } from '~/ui/money-field';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'call.read' });
export const meta = titled('finding.check');

const questions = ['registered', 'krakow', 'arrears'] as const;

/** The answers in the address, or null while one of them is missing. */
function answersIn(query: URLSearchParams): Answers | null {
  const form = legalForms.find((one) => one === query.get('form'));
  const said = Object.fromEntries(questions.map((question) => [question, query.get(question)]));
  if (!form || questions.some((question) => said[question] !== 'yes' && said[question] !== 'no')) return null;
  return { form, registered: said.registered === 'yes', krakow: said.krakow === 'yes', arrears: said.arrears === 'yes', amount: parseMoney(query.get('amount') ?? '') };
}

export const loader = load(handle, async ({ context, params, url, lang }) => {
  const { now, db: { read } } = context;
  const call = await getPublicCall(read, params.slug ?? '');
  const answers = answersIn(url.searchParams);
  const asked = url.searchParams.has('form');
  const title = inWordsOf(lang, call.title, call.titles);
  const most = await legalRule(read, 'SG_AMOUNT', dayOf(now));
  const others = answers ? (await listPublicCalls(read, now)).filter((one) => one.id !== call.id && isOpen(one, now) && whyNotEligible(one, answers, now).length === 0) : [];
  return {
    slug: call.slug, title, answers, incomplete: asked && !answers,
    open: isOpen(call, now),
    obstacles: answers ? whyNotEligible(call, answers, now) : [],
    limits: { min: formatMoney(call.minGrant, lang), max: formatMoney(call.maxGrant, lang) },
    others: others.map((one) => ({ slug: one.slug, title: inWordsOf(lang, one.title, one.titles) })),
    smallGrant: answers && smallGrantFits(answers, most) ? formatMoney(most, lang) : null,
  };
});

/** May we apply here? Five questions, a clear answer, and where else to look; nothing is kept. */
export default function CallCheck() {
  const { slug, title, answers, incomplete, open, obstacles, limits, others, smallGrant } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const yesNo = [{ value: 'yes', label: t('finding.yes') }, { value: 'no', label: t('finding.no') }];
  const said = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no');
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/calls`, label: t('calls.title') }, { href: `/${lang}/calls/${slug}`, label: title.text }]} />
      <h1>{t('finding.check')}</h1>
      <p>{t('finding.checkLead')}</p>
      {incomplete ? <Notice tone="bad">{t('finding.answerAll')}</Notice> : null}
      {answers ? (
        <Notice tone={obstacles.length === 0 ? 'good' : 'bad'} title={obstacles.length === 0 ? t('finding.can') : t('finding.cannot')}>
          {obstacles.length > 0 ? <ul className="bullets">{obstacles.map((obstacle) => <li key={obstacle}>{t(`finding.obstacle.${obstacle}` as const, limits)}</li>)}</ul> : null}
          {obstacles.length === 0 && open ? <p><LinkButton href={`/${lang}/apply/${slug}`}>{t('calls.prepare')}</LinkButton></p> : null}
          {obstacles.includes('informal') ? <p><a href={`/${lang}/groups`}>{t('finding.groups')}</a></p> : null}
        </Notice>
      ) : null}
      {others.length > 0 ? (
        <section className="stack">
          <h2>{t('finding.others')}</h2>
          <ul className="bullets">{others.map((one) => <li key={one.slug}><a href={`/${lang}/calls/${one.slug}`} lang={one.title.lang}>{one.title.text}</a></li>)}</ul>
        </section>
      ) : null}
      {smallGrant ? <p>{t('finding.smallGrant', { most: smallGrant })} <a href={`/${lang}/small-grants`}>{t('calls.smallGrants')}</a></p> : null}
      <form method="get" className="stack">
        <Select name="form" label={t('finding.form')} defaultValue={answers?.form} options={legalForms.map((value) => ({ value, label: t(`organisations.legalForm.${value}` as const) }))} />
        <Radios name="registered" legend={t('finding.registered')} options={yesNo} defaultValue={said(answers?.registered)} inline />
        <Radios name="krakow" legend={t('finding.krakow')} options={yesNo} defaultValue={said(answers?.krakow)} inline />
        <MoneyField name="amount" label={t('finding.amount')} defaultValue={answers?.amount ?? undefined} optional />
        <Radios name="arrears" legend={t('finding.arrears')} options={yesNo} defaultValue={said(answers?.arrears)} inline />
        <Button>{t('finding.checkNow')}</Button>
      </form>
    </div>
  );
}
