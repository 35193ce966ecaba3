import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { Announcement, Checklist, CriteriaTable, Publications } from '~/modules/calls/components/announcement';
import { CallChanges, CallEnding } from '~/modules/calls/components/call-changes';
import { CallFacts } from '~/modules/calls/components/call-facts';
import { CallQuestions } from '~/modules/calls/components/call-questions';
import { RequiredAttachments } from '~/modules/calls/components/required-attachments';
import { CallTag } from '~/modules/calls/components/call-tag';
import { ResultsTable } from '~/modules/calls/components/results-table';
import { factsOf, orderOf } from '~/modules/calls/facts';
import { changesInWords, endingInWords } from '~/modules/calls/facts-life';
import { findEnding, listQuestions, listVersions } from '~/modules/calls/life-queries.server';
import { getPublicCall, isSmallGrantsPool, listChecklist, listCriteria, listPublications } from '~/modules/calls/queries.server';
import { closesSoon, hasResults, inWordsOf, isOpen } from '~/modules/calls/rules';
import { listPublicResults } from '~/modules/decisions/queries.server';
import { breadcrumbList, callThing, linked } from '~/modules/open-data/json-ld';
import { PublicRecruitment } from '~/modules/panels/components/recruitment';
import { findRecruitment } from '~/modules/panels/recruitment.server';
import { listProposalsBehind } from '~/modules/proposals/queries.server';
import { legalRule } from '~/modules/programme/queries.server';
import { addDays, dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Deadline } from '~/ui/deadline';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'call.read', kept: 'minute' });
export const meta = titled('calls.one');

export const loader = load(handle, async ({ context, params, url, t, lang }) => {
  const { now, db: { read } } = context;
  // The pool of small grants is kept as a call, and has a page of its own.
  if (await isSmallGrantsPool(read, params.slug ?? '')) throw redirect(`/${lang}/small-grants`);
  const call = await getPublicCall(read, params.slug ?? '');
  const announcedOn = hasResults(call.status) && call.resultsPublishedAt ? dayOf(call.resultsPublishedAt) : null;
  const [criteria, checklist, publications, results, reasonDays, versions, ending, endingPublished, questions, proposals, recruitment] = await Promise.all([
    listCriteria(read, call.id),
    listChecklist(read, call.id),
    listPublications(read, call.id, 'announcement'),
    announcedOn ? listPublicResults(read, call.id) : null,
    announcedOn ? legalRule(read, 'JUSTIFY_30', announcedOn) : 0,
    listVersions(read, call.id, ['in_force']),
    findEnding(read, call.id),
    listPublications(read, call.id, 'ending'),
    listQuestions(read, call.id),
    listProposalsBehind(read, call.id),
    findRecruitment(read, call.id),
  ]);
  const title = inWordsOf(lang, call.title, call.titles);
  const summary = inWordsOf(lang, call.summaries.pl ?? '', call.summaries);
  const at = { origin: context.origin, lang };
  return {
    call: { ...factsOf(call, now, lang), slug: call.slug, correctionDays: call.correctionDays },
    pageTitle: title.text,
    title,
    easy: inWordsOf(lang, call.easy.pl ?? '', call.easy),
    versions: changesInWords(versions, t).map(({ proposedBy: _officer, ...version }) => version),
    ending: endingInWords(ending, lang),
    endingPublished,
    questions: questions.map(({ id, lang: asked, question, answer, answeredAt }) => ({ id, lang: asked, question, answer, answered: answeredAt ? formatDay(dayOf(answeredAt), lang) : '' })),
    sent: url.searchParams.has('asked'),
    summary,
    linked: linked(
      callThing({ slug: call.slug, title: title.text, summary: summary.text, closesAt: call.closesAt }, at),
      breadcrumbList(at, [{ name: t('calls.title'), path: '/calls' }, { name: title.text, path: `/calls/${call.slug}` }]),
    ),
    recruitment: recruitment ? { recruitment, today: dayOf(now), open: call.status === 'open' || call.status === 'closed' } : null,
    open: isOpen(call, now),
    soon: closesSoon(call, now),
    proposals,
    criteria,
    checklist,
    publications,
    results,
    reasonsUntil: announcedOn ? formatDay(addDays(announcedOn, reasonDays), lang) : '',
    order: orderOf(call.orderNumber, call.orderDate),
    decision: orderOf(call.decisionOrderNumber, call.decisionOrderDate),
  };
});

/** One call: what happens next, who may apply, how much, until when, what to have at hand, and the whole announcement. */
export default function PublicCall() {
  const { call, title, summary, open, soon, criteria, checklist, publications, results, reasonsUntil, order, decision, easy, versions, ending, endingPublished, questions, proposals, recruitment, sent } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/calls`, label: t('calls.title') }]} />
      <h1 lang={title.lang}>{title.text}</h1>
      <p className="tags"><CallTag status={call.status} />{soon ? <Tag tone="wait">{t('calls.closingSoon')}</Tag> : null}</p>
      {ending ? <CallEnding ending={ending} publications={endingPublished} /> : null}
      {easy.text ? <section className="card stack"><h2>{t('callLife.easy')}</h2><OwnText lang={easy.lang}>{easy.text}</OwnText></section> : null}
      {summary.text ? <OwnText lang={summary.lang}>{summary.text}</OwnText> : null}
      {lang === 'pl' ? null : <p className="hint">{t('calls.polishBinds')}</p>}
      <Notice tone={open ? 'deadline' : 'info'} title={t('calls.next')}>
        {open ? <p><Deadline {...call.deadline} label={`${t('calls.deadline')}:`} /></p> : null}
        <p>{t(`calls.next.${call.status}` as const)}</p>
      </Notice>
      {open ? (
        <div className="stack">
          <p><LinkButton href={`/${lang}/apply/${call.slug}`} tone="spark">{t('calls.prepare')}</LinkButton></p>
          <p className="hint">{t('calls.prepareHint')}</p>
          <p className="row"><a href={`/${lang}/calls/${call.slug}/check`}>{t('finding.check')}</a><a href={`/${lang}/calls/${call.slug}.ics`}>{t('finding.toCalendar')}</a></p>
        </div>
      ) : null}
      {results ? <ResultsTable results={results} order={decision} reasonsUntil={reasonsUntil} /> : null}
      <CallChanges versions={versions} />
      {proposals.map(({ number, title: proposed, organisationName }) => (
        <p key={number}>
          {t('proposals.cameOf')}: <a href={`/${lang}/proposals/${number}`}>{proposed ? <OwnText lang="pl" as="span">{proposed}</OwnText> : number}</a>
          {organisationName ? <> (<OwnText lang="pl" as="span">{organisationName}</OwnText>)</> : null}
        </p>
      ))}
      <CallFacts call={call} />
      <RequiredAttachments attachments={call.attachments} />
      {open ? (
        <section className="stack">
          <h2>{t('calls.atHand')}</h2>
          <ul>
            {(['register', 'plan', 'budget', 'signatures'] as const).map((thing) => <li key={thing}>{t(`calls.atHand.${thing}` as const)}</li>)}
          </ul>
        </section>
      ) : null}
      <section className="stack">
        <h2>{t('calls.field.criteria')}</h2>
        <CriteriaTable criteria={criteria} threshold={call.threshold} />
      </section>
      <Checklist items={checklist} correctionDays={call.correctionDays} />
      <Announcement call={call} />
      {recruitment ? <PublicRecruitment slug={call.slug} {...recruitment} /> : null}
      <Publications order={order} publications={publications} />
      <CallQuestions questions={questions} sent={sent} askAt={`/${lang}/calls/${call.slug}/ask`} />
    </div>
  );
}
