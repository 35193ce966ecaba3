import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { countOpen, nextDeadlines } from '~/modules/calls/queries.server';
import { countAnswered, listPublicConsultations } from '~/modules/consultations/queries.server';
import { statusAt } from '~/modules/consultations/rules';
import { sumAwarded } from '~/modules/decisions/queries.server';
import { countPublic } from '~/modules/organisations/queries.server';
import { inLanguageOf } from '~/modules/organisations/rules';
import { listPublicSmallGrants } from '~/modules/small-grants/queries.server';
import { takesComments } from '~/modules/small-grants/rules';
import { formatMoney, grosze } from '~/shared/money';
import { dayOf, formatDay, formatInstantZone, isoInstant, relativeDays } from '~/shared/time';
import { Deadline } from '~/ui/deadline';
import { Door } from '~/ui/door';
import { Motif } from '~/ui/mark';
import { Notice } from '~/ui/notice';
import { SearchBox } from '~/ui/search-box';
import { StatRow } from '~/ui/stat-row';

export const handle = { ...declare({ see: 'public.read', kept: 'minute' }), wide: true };
export const meta = titled('home.title');

export const loader = load(handle, async ({ context, lang }) => {
  const { db, now } = context;
  const year = Number(dayOf(now).slice(0, 4));
  const [organisations, openCalls, awarded, comments, closing, consultations, smallGrants] = await Promise.all([
    countPublic(db.read), countOpen(db.read, now), sumAwarded(db.read, year), countAnswered(db.read), nextDeadlines(db.read, now),
    listPublicConsultations(db.read), listPublicSmallGrants(db.read),
  ]);
  return {
    year, organisations, openCalls, comments,
    voices: [
      ...consultations.filter((one) => statusAt(one, now) === 'open').map(({ slug, titles, closesAt }) => ({ href: `/${lang}/consultations/${slug}`, kind: 'consultation' as const, title: { lang, text: titles[lang] }, until: formatInstantZone(closesAt, lang) })),
      ...smallGrants.filter((one) => takesComments(one, now)).map(({ number, title, commentsUntil }) => ({ href: `/${lang}/small-grants/${number}`, kind: 'smallGrant' as const, title: { lang: 'pl' as const, text: title }, until: commentsUntil ? formatDay(commentsUntil, lang) : '' })),
    ],
    awarded: formatMoney(grosze(awarded), lang),
    closing: closing.map(({ slug, title, titles, budget, closesAt }) => ({
      slug,
      title: inLanguageOf({ pl: title, ...titles }, lang) ?? { lang: 'pl' as const, text: title },
      budget: formatMoney(grosze(budget), lang),
      iso: isoInstant(closesAt), absolute: formatInstantZone(closesAt, lang), relative: relativeDays(now, closesAt, lang),
    })),
  };
});

export default function Home() {
  const { year, organisations, openCalls, awarded, comments, closing, voices } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <>
      <div className="hero">
        <div className="wrap stack">
          <Motif />
          <h1>{t('home.hero')}</h1>
          <p>{t('home.lead')}</p>
          <SearchBox action={`/${lang}/organisations`} label={t('organisations.search')} button={t('organisations.searchButton')} example={t('home.searchExample')} spark />
        </div>
      </div>
      <div className="wrap stack home">
        <div className="grid">
          <Door href={`/${lang}/help`} title={t('home.door.find')}>{t('home.door.find.text')}</Door>
          <Door href={`/${lang}/calls`} title={t('home.door.money')}>{t('home.door.money.text')}</Door>
          <Door href={`/${lang}/consultations`} title={t('home.door.say')}>{t('home.door.say.text')}</Door>
        </div>
        <section className="stack">
          <h2>{t('home.now')}</h2>
          <StatRow
            items={[
              { label: t('home.figure.organisations'), value: organisations },
              { label: t('home.figure.calls'), value: openCalls },
              { label: t('home.figure.awarded', { year }), value: awarded },
              { label: t('home.figure.comments'), value: t('home.figure.answered', { answered: comments.answered, total: comments.total }) },
            ]}
          />
        </section>
        <section className="stack">
          <h2>{t('home.closing')}</h2>
          {closing.length === 0 ? <p>{t('home.closing.none')} <a href={`/${lang}/calls`}>{t('home.closing.all')}</a></p> : null}
          {closing.map(({ slug, title, budget, iso, absolute, relative }) => (
            <Notice tone="deadline" key={slug}>
              <h3><a href={`/${lang}/calls/${slug}`} lang={title.lang}>{title.text}</a></h3>
              <p>{t('home.closing.budget', { amount: budget })} · <Deadline label={t('home.closing.deadline')} absolute={absolute} relative={relative} iso={iso} /></p>
            </Notice>
          ))}
        </section>
        {voices.length > 0 ? (
          <section className="stack">
            <h2>{t('home.voices')}</h2>
            <ul className="rows">
              {voices.map(({ href, kind, title, until }) => (
                <li className="result" key={href}>
                  <h3><a href={href} lang={title.lang}>{title.text}</a></h3>
                  <p className="meta">{t(`home.voices.${kind}` as const)} · {t('home.voices.until', { until })}</p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}
