import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { CallTag } from '~/modules/calls/components/call-tag';
import { listPublicCalls } from '~/modules/calls/queries.server';
import { callGroups, closesSoon, inWordsOf, isOpen, shownStatus, type CallGroup } from '~/modules/calls/rules';
import { amountBands, matches, type AmountBand, type Wishes } from '~/modules/calls/rules-finding';
import { districtName, districtSlugs, targetGroups } from '~/modules/programme/lists';
import { formatInstantZone, isoInstant, relativeDays } from '~/shared/time';
import { Button } from '~/ui/button';
import { Deadline } from '~/ui/deadline';
import { EmptyState } from '~/ui/empty-state';
import { Facet } from '~/ui/facet';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'call.read', kept: 'minute' });
export const meta = titled('calls.title');

const nothingAsked: Wishes = { groups: [], targets: [], districts: [], amounts: [], soon: false };

export const loader = load(handle, async ({ context, url, lang }) => {
  const { now, db } = context;
  const all = await listPublicCalls(db.read, now);
  const asked = (name: string, values: readonly string[]) => values.filter((value) => url.searchParams.getAll(name).includes(value));
  const chosen = {
    groups: asked('state', callGroups) as CallGroup[], targets: asked('group', targetGroups), districts: asked('district', districtSlugs),
    amounts: asked('amount', amountBands) as AmountBand[], soon: url.searchParams.has('soon'),
  };
  const found = (wish: Partial<Wishes>) => all.filter((call) => matches(call, { ...nothingAsked, ...wish }, now));
  return {
    chosen,
    counts: {
      state: callGroups.map((value) => ({ value, count: found({ groups: [value] }).length })),
      group: targetGroups.map((value) => ({ value, count: found({ targets: [value] }).length })),
      district: districtSlugs.map((value) => ({ value, count: found({ districts: [value] }).length })),
      amount: amountBands.map((value) => ({ value, count: found({ amounts: [value] }).length })),
      soon: found({ soon: true }).length,
    },
    calls: found(chosen)
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
  const { calls, counts, chosen } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const ticked = chosen.soon || [chosen.groups, chosen.targets, chosen.districts, chosen.amounts].some((some) => some.length > 0);
  return (
    <div className="stack section">
      <h1>{t('calls.title')}</h1>
      <p>{t('calls.lead')}</p>
      <div className="aside">
        <details className="narrow" open={ticked}>
          <summary>{t('organisations.narrow')}</summary>
          <form method="get" className="stack" aria-label={t('organisations.narrow')}>
            <Facet name="state" legend={t('calls.state')} open chosen={chosen.groups} options={counts.state.map(({ value, count }) => ({ value, label: t(`calls.group.${value}` as const), count }))} />
            <Facet name="soon" legend={t('finding.soon')} open chosen={chosen.soon ? ['yes'] : []} options={[{ value: 'yes', label: t('finding.soonOnly'), count: counts.soon }]} />
            <Facet name="group" legend={t('finding.targetGroups')} chosen={chosen.targets} options={counts.group.map(({ value, count }) => ({ value, label: t(`programme.targetGroup.${value}` as const), count }))} />
            <Facet name="amount" legend={t('finding.amount')} chosen={chosen.amounts} options={counts.amount.map(({ value, count }) => ({ value, label: t(`finding.amount.${value}` as const), count }))} />
            <Facet name="district" legend={t('finding.districts')} chosen={chosen.districts} options={counts.district.map(({ value, count }) => ({ value, label: districtName(value), count }))} />
            <Button tone="plain">{t('calls.show')}</Button>
            {ticked ? <p><a href={`/${lang}/calls`}>{t('calls.all')}</a></p> : null}
          </form>
        </details>
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
      <section className="stack">
        <h2>{t('finding.otherWays')}</h2>
        <p>{t('calls.smallGrantsLead')} <a href={`/${lang}/small-grants`}>{t('calls.smallGrants')}</a></p>
        <p>{t('proposals.invite')} <a href={`/${lang}/proposals`}>{t('proposals.title')}</a></p>
        <p>{t('localInitiatives.invite')} <a href={`/${lang}/local-initiatives`}>{t('localInitiatives.title')}</a></p>
      </section>
      <section className="stack">
        <h2>{t('finding.feeds')}</h2>
        <ul>
          <li><a href={`/${lang}/calls/alerts`}>{t('finding.alerts')}</a></li>
          <li><a href={`/${lang}/calls.ics`}>{t('finding.calendar')}</a></li>
          <li><a href={`/${lang}/calls.atom`}>{t('finding.atom')}</a></li>
          <li><a href={`/${lang}/calendar`}>{t('finding.ownCalendar')}</a></li>
        </ul>
      </section>
    </div>
  );
}
