import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { StatusTag } from '~/modules/calls/components/status-tag';
import { listPublicCalls } from '~/modules/calls/queries.server';
import { callGroups, groupOf, isOpen } from '~/modules/calls/rules';
import { formatMoney } from '~/shared/money';
import { formatInstantZone, isoInstant, relativeDays } from '~/shared/time';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { Deadline } from '~/ui/deadline';
import { EmptyState } from '~/ui/empty-state';

export const handle = declare({ see: 'call.read' });
export const meta = titled('calls.title');

export const loader = load(handle, async ({ context, url, lang }) => {
  const status = callGroups.find((group) => group === url.searchParams.get('status'));
  const all = await listPublicCalls(context.db.read, context.now);
  const calls = status ? all.filter((call) => groupOf(call, context.now) === status) : all;
  const shown = calls.map(({ id, slug, status, title, titles, summaries, budget, closesAt }) => {
    const open = isOpen({ status, closesAt }, context.now);
    return {
      id, slug, status, budget,
      title: titles[lang] ?? title,
      titleLang: titles[lang] ? lang : 'pl',
      summary: summaries[lang] ?? summaries.pl ?? '',
      summaryLang: summaries[lang] ? lang : 'pl',
      deadline: { absolute: formatInstantZone(closesAt, lang), iso: isoInstant(closesAt), ...(open ? { relative: relativeDays(context.now, closesAt, lang) } : {}) },
    };
  });
  return { status: status ?? '', calls: shown };
});

export default function Calls() {
  const { calls, status } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('calls.title')}</h1>
      <p>{t('calls.lead')}</p>
      <form method="get" className="row">
        <Select name="status" label={t('calls.state')} empty={t('calls.all')} defaultValue={status} options={callGroups.map((group) => ({ value: group, label: t(`calls.group.${group}` as const) }))} />
        <Button tone="plain">{t('calls.show')}</Button>
      </form>
      {calls.length === 0 ? <EmptyState title={t('calls.none')}><p>{t('calls.noneHint')}</p></EmptyState> : <p role="status">{t('calls.found', { n: calls.length })}</p>}
      {calls.map((call) => (
        <article key={call.id} className="card stack">
          <h2><a href={`/${lang}/calls/${call.slug}`} lang={call.titleLang}>{call.title}</a></h2>
          <p className="tags"><StatusTag status={call.status} /></p>
          {call.summary ? <p lang={call.summaryLang}>{call.summary}</p> : null}
          <p><Deadline {...call.deadline} label={`${t('calls.deadline')}:`} /></p>
          <p className="meta">{t('calls.pool')}: {formatMoney(call.budget, lang)}</p>
        </article>
      ))}
    </div>
  );
}
