import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { Announcement, Checklist, Publications } from '~/modules/calls/components/announcement';
import { CallFacts } from '~/modules/calls/components/call-facts';
import { CallSteps } from '~/modules/calls/components/call-steps';
import { ResultsTable } from '~/modules/calls/components/results-table';
import { StatusTag } from '~/modules/calls/components/status-tag';
import { factsOf, orderOf } from '~/modules/calls/facts';
import { getPublicCall, listChecklist, listCriteria, listPublications } from '~/modules/calls/queries.server';
import { hasResults, isOpen } from '~/modules/calls/rules';
import { listPublicResults } from '~/modules/decisions/queries.server';
import { addDays, dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'call.read' });
export const meta = titled('calls.title');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { read } = context.db;
  const call = await getPublicCall(read, params.slug ?? '');
  const [criteria, checklist, publications, results] = await Promise.all([
    listCriteria(read, call.id),
    listChecklist(read, call.id),
    listPublications(read, call.id, 'announcement'),
    listPublicResults(read, call.id),
  ]);
  const ownTitle = call.titles[lang];
  return {
    call: { ...factsOf(call, context.now, lang), slug: call.slug },
    pageTitle: ownTitle ?? call.title,
    titleLang: ownTitle ? lang : 'pl',
    summary: call.summaries[lang] ?? call.summaries.pl ?? '',
    summaryLang: call.summaries[lang] ? lang : 'pl',
    open: isOpen(call, context.now),
    criteria,
    checklist,
    publications,
    results: call.resultsPublishedAt && hasResults(call.status) ? results : null,
    reasonsUntil: call.resultsPublishedAt ? formatDay(addDays(dayOf(call.resultsPublishedAt), 30), lang) : '',
    order: orderOf(call.orderNumber, call.orderDate),
    decision: orderOf(call.decisionOrderNumber, call.decisionOrderDate),
  };
});

export default function PublicCall() {
  const { call, pageTitle, titleLang, summary, summaryLang, open, criteria, checklist, publications, results, reasonsUntil, order, decision } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/calls`, label: t('calls.title') }]} />
      <h1 lang={titleLang}>{pageTitle}</h1>
      <p className="tags"><StatusTag status={call.status} /></p>
      {lang === 'pl' ? null : <Notice>{t('calls.polishBinds')}</Notice>}
      {summary ? <p lang={summaryLang}>{summary}</p> : null}
      {open ? <p><LinkButton href={`/${lang}/apply/${call.slug}`}>{t('calls.prepare')}</LinkButton> <span className="hint">{t('calls.prepareHint')}</span></p> : null}
      <CallFacts call={call} />
      <CallSteps status={call.status} />
      {results ? <ResultsTable results={results} order={decision} reasonsUntil={reasonsUntil} /> : null}
      {open ? (
        <section className="stack">
          <h2>{t('calls.atHand')}</h2>
          <ul>
            {(['register', 'plan', 'budget', 'signatures'] as const).map((thing) => <li key={thing}>{t(`calls.atHand.${thing}` as const)}</li>)}
          </ul>
        </section>
      ) : null}
      <Announcement call={call} criteria={criteria} />
      <Checklist items={checklist} />
      <Publications order={order} publications={publications} />
    </div>
  );
}
