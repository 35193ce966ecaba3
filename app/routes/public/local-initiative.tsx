import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { AgreementCopy, DecisionCard, ScoresTable } from '~/modules/local-initiatives/components/outcome';
import { RequestCopy } from '~/modules/local-initiatives/components/request-copy';
import { LocalInitiativeTag } from '~/modules/local-initiatives/components/status-tag';
import { answerDay, getPublicLocalInitiative } from '~/modules/local-initiatives/queries.server';
import { isPublic, waitsForAnswer } from '~/modules/local-initiatives/rules';
import { districtName } from '~/modules/programme/lists';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'localInitiative.see', kept: 'hour' });
export const meta = titled('localInitiatives.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, db } = context;
  const { submittedAt, decidedAt, decisionReason, districts, ...initiative } = await getPublicLocalInitiative(db.read, params.number ?? '');
  authorise(actor, 'localInitiative.see', { public: isPublic(initiative.status) });
  return {
    ...initiative,
    pageTitle: initiative.copy?.title ?? t('localInitiatives.request', { number: initiative.number }),
    districts: districts.map(districtName).join(', '),
    filed: formatDay(dayOf(submittedAt), lang),
    due: waitsForAnswer(initiative.status) ? formatDay(await answerDay(db.read, submittedAt), lang) : null,
    decision: decidedAt ? { day: formatDay(dayOf(decidedAt), lang), agreed: initiative.status !== 'refused', reason: decisionReason ?? '' } : null,
  };
});

/** One local initiative for everybody: what it is, what the City said and why, what was agreed and what came of it. */
export default function LocalInitiative() {
  const { number, status, applicant, organisation, area, copy, districts, filed, due, scores, decision, agreement, outcome, summary, pageTitle } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/local-initiatives`, label: t('localInitiatives.title') }]} />
      <h1>{copy ? <OwnText lang="pl" as="span">{pageTitle}</OwnText> : pageTitle}</h1>
      <p className="row"><LocalInitiativeTag status={status} /> <span className="hint">{number}</span></p>
      <SummaryList
        items={[
          {
            label: t('localInitiatives.applicant'),
            value: <>{t(`localInitiatives.applicant.${applicant ?? 'intermediary'}` as const)}{organisation ? <>: <a href={`/${lang}/organisations/${organisation.slug}`}><OwnText lang="pl" as="span">{organisation.name}</OwnText></a></> : null}</>,
          },
          { label: t('localInitiatives.time'), value: filed },
          ...(due ? [{ label: t('localInitiatives.dueBy'), value: due }] : []),
          ...(copy ? [] : [{ label: t('localInitiatives.area'), value: area ? t(`programme.field.${area}` as const) : '–' }, { label: t('applications.field.districts'), value: districts || '–' }]),
        ]}
      />
      {summary ? (
        <section className="card stack">
          <h2>{t(status === 'ended' ? 'localInitiatives.endedBecause' : 'localInitiatives.summary')}</h2>
          {outcome ? <p>{t(`localInitiatives.outcome.${outcome}` as const)}</p> : null}
          <OwnText lang="pl">{summary}</OwnText>
        </section>
      ) : null}
      {decision ? <DecisionCard decision={decision} /> : null}
      {scores ? <ScoresTable scores={scores} /> : null}
      {agreement ? <AgreementCopy agreement={agreement} /> : null}
      {copy ? (
        <section className="stack">
          <h2>{t('localInitiatives.part.what')}</h2>
          <p className="hint">{t('localInitiatives.redacted')}</p>
          <RequestCopy copy={copy} />
        </section>
      ) : (
        <Notice>{t(status === 'withdrawn' ? 'localInitiatives.takenBack' : 'localInitiatives.notRead')}</Notice>
      )}
    </div>
  );
}
