import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { LocalInitiativeTag } from '~/modules/local-initiatives/components/status-tag';
import { criteria, localInitiativeAreas } from '~/modules/local-initiatives/content';
import { criteriaOn, listPublicLocalInitiatives } from '~/modules/local-initiatives/queries.server';
import { districtName } from '~/modules/programme/lists';
import { dayOf, formatDay } from '~/shared/time';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'public.read', kept: 'minute' });
export const meta = titled('localInitiatives.title');

export const loader = load(handle, async ({ context, lang }) => {
  const { db, now } = context;
  const initiatives = await listPublicLocalInitiatives(db.read);
  return {
    most: await criteriaOn(db.read, dayOf(now)),
    initiatives: initiatives.map(({ submittedAt, districts, ...one }) => ({ ...one, districts: districts.map(districtName).join(', '), filed: submittedAt ? formatDay(dayOf(submittedAt), lang) : '' })),
  };
});

/** What a local initiative is, by what the City judges, and every request that was filed. */
export default function LocalInitiatives() {
  const { most, initiatives } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('localInitiatives.title')}</h1>
      <p>{t('localInitiatives.lead')}</p>
      <Notice>{t('localInitiatives.noMoney')}</Notice>
      <p><LinkButton href={`/${lang}/local-initiatives/new`} tone="spark">{t('localInitiatives.write')}</LinkButton></p>
      <section className="stack">
        <h2>{t('localInitiatives.who')}</h2>
        <ul className="bullets">{(['residents', 'group', 'intermediary'] as const).map((who) => <li key={who}>{t(`localInitiatives.who.${who}` as const)}</li>)}</ul>
      </section>
      <section className="stack">
        <h2>{t('localInitiatives.how')}</h2>
        <ol className="bullets">{(['file', 'answer', 'agreement', 'report'] as const).map((step) => <li key={step}>{t(`localInitiatives.how.${step}` as const)}</li>)}</ol>
      </section>
      <section className="stack">
        <h2>{t('localInitiatives.areas')}</h2>
        <ul className="bullets">{localInitiativeAreas.map((area) => <li key={area}>{t(`programme.field.${area}` as const)}</li>)}</ul>
        <p className="hint">{t('localInitiatives.basis')}</p>
      </section>
      <section className="stack" id="criteria">
        <h2>{t('localInitiatives.criteria')}</h2>
        <p>{t('localInitiatives.criteriaLead', { all: criteria.reduce((all, criterion) => all + most[criterion], 0), pass: most.pass })}</p>
        <DataTable
          caption={t('localInitiatives.criteria')}
          hideCaption
          columns={[{ key: 'criterion', label: t('localInitiatives.criterion'), rowHeader: true }, { key: 'most', label: t('localInitiatives.atMost'), numeric: true }]}
          rows={criteria.map((criterion) => ({ id: criterion, cells: { criterion: <>{t(`localInitiatives.criterion.${criterion}` as const)}<span className="hint block">{t(`localInitiatives.criterionWhat.${criterion}` as const)}</span></>, most: most[criterion] } }))}
        />
        <p className="hint">{t('localInitiatives.criteriaSource')}</p>
      </section>
      <section className="stack" id="filed">
        <h2>{t('localInitiatives.filed')}</h2>
        {initiatives.length === 0 ? <EmptyState title={t('localInitiatives.none')} /> : null}
        <ul className="tasks">
          {initiatives.map(({ number, title, status, area, districts, organisationName, filed }) => (
            <li key={number}>
              <span>
                <a href={`/${lang}/local-initiatives/${number}`}>{title ? <OwnText lang="pl" as="span">{title}</OwnText> : t('localInitiatives.request', { number })}</a>
                <span className="hint block">{[organisationName ?? t('localInitiatives.applicant.residents'), area ? t(`programme.field.${area}` as const) : '', districts].filter(Boolean).join(' · ')}</span>
                <span className="hint block">{number} · {t('localInitiatives.filedOn', { day: filed })}</span>
              </span>
              <LocalInitiativeTag status={status} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
