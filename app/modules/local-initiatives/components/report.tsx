import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import { outcomes, type Report } from '../content';

/** What residents say they did, to be written. */
export function ReportFields({ report }: { report: Report | null }) {
  const t = useT();
  return (
    <PostForm intent="report" formId="report" className="card stack">
      <h2>{t('localInitiatives.report')}</h2>
      <Radios name="outcome" legend={t('localInitiatives.outcome')} defaultValue={report?.outcome} options={outcomes.map((value) => ({ value, label: t(`localInitiatives.outcome.${value}` as const) }))} />
      <Field name="text" label={t('localInitiatives.reportText')} multiline rows={6} defaultValue={report?.text} lang="pl" />
      <Field name="people" label={t('localInitiatives.reportPeople')} inputMode="numeric" width="short" defaultValue={report?.people} />
      <Field name="hours" label={t('localInitiatives.reportHours')} inputMode="numeric" width="short" defaultValue={report?.hours} />
      <Button>{t('localInitiatives.reportSend')}</Button>
    </PostForm>
  );
}

/** What residents said they did, to be read. */
export function ReportCopy({ title, report: { outcome, text, people, hours } }: { title: string; report: Report }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{title}</h2>
      <SummaryList
        items={[
          { label: t('localInitiatives.outcome'), value: t(`localInitiatives.outcome.${outcome}` as const) },
          { label: t('localInitiatives.reportText'), value: <OwnText lang="pl">{text}</OwnText> },
          { label: t('localInitiatives.reportPeople'), value: people },
          { label: t('localInitiatives.reportHours'), value: hours },
        ]}
      />
    </section>
  );
}
