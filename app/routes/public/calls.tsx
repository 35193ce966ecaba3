import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { CallTag } from '~/modules/calls/components/call-tag';
import { listPublicCalls } from '~/modules/calls/queries.server';
import { callGroups, closesSoon, groupOf, inWordsOf, isOpen, shownStatus } from '~/modules/calls/rules';
import { formatInstantZone, isoInstant, relativeDays } from '~/shared/time';
import { Button } from '~/ui/button';
import { Deadline } from '~/ui/deadline';
import { EmptyState } from '~/ui/empty-state';
import { Facet } from '~/ui/facet';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'call.read', kept: 'minute' });
export const meta = titled('calls.title');

export const loader = load(handle, async ({ context, url, lang }) => {
  const { now, db } = context;
  const all = (await listPublicCalls(db.read, now)).map((call) => ({ ...call, group: groupOf(call, now) }));
  const asked = url.searchParams.getAll('state');
  const chosen = callGroups.filter((group) => asked.includes(group));
  return {
    chosen,
    groups: callGroups.map((group) => ({ group, count: all.filter((call) => call.group === group).length })),
    calls: all
      .filter(({ group }) => chosen.length === 0 || chosen.includes(group))
      .map((call) => ({
        slug: call.slug, number: call.number, status: shownStatus(call, now), budget: call.budget, maxGrant: call.maxGrant,
        title: inWordsOf(lang, call.title, call.titles),
        summary: inWordsOf(lang, call.summaries.pl ?? '', call.summaries),
        soon: closesSoon(call, now),
        deadline: {
          absolute: formatInstantZone(call.closesAt, lang),
          iso: isoInstant(call.closesAt),
          ...(isOpen(call, now) ? { relative: relativeDays(now, call.closesAt, lang) } : {}),
        },
      })),
  };
});

/** Calls for proposals: those that take offers first, then those being assessed or already decided. */
export default function Calls() {
  const { calls, groups, chosen } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('calls.title')}</h1>
      <p>{t('calls.lead')}</p>
      <p>{t('calls.smallGrantsLead')} <a href={`/${lang}/small-grants`}>{t('calls.smallGrants')}</a></p>
      <div className="aside">
        <form method="get" className="stack">
          <Facet name="state" legend={t('calls.state')} open chosen={chosen} options={groups.map(({ group, count }) => ({ value: group, label: t(`calls.group.${group}` as const), count }))} />
          <Button tone="plain">{t('calls.show')}</Button>
          {chosen.length > 0 ? <p><a href={`/${lang}/calls`}>{t('calls.all')}</a></p> : null}
        </form>
        <div className="stack">
          {calls.length === 0 ? <EmptyState title={t('calls.none')}><p>{t('calls.noneHint')}</p></EmptyState> : <p role="status">{t('calls.found', { n: calls.length })}</p>}
          {calls.map((call) => (
            <article className="card stack" key={call.slug}>
              <h2><a href={`/${lang}/calls/${call.slug}`} lang={call.title.lang}>{call.title.text}</a></h2>
              <p className="tags"><CallTag status={call.status} />{call.soon ? <Tag tone="wait">{t('calls.closingSoon')}</Tag> : null}</p>
              {call.summary.text ? <p lang={call.summary.lang}>{call.summary.text}</p> : null}
              <p><Deadline {...call.deadline} label={`${t('calls.deadline')}:`} /></p>
              <p className="meta">
                <span>{call.number}</span>
                <span>{t('calls.pool')}: <Money grosze={call.budget} /></span>
                <span>{t('calls.field.maxGrant')}: <Money grosze={call.maxGrant} /></span>
              </p>
            </article>
          ))}
        </div>
      </div>
    </div>
  );
}
