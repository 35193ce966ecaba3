import type { ReactNode } from 'react';
import { languageNames, languages, type Lang } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { applicantForms } from '~/modules/organisations/legal-forms';
import { districtName, districtSlugs, targetGroups, taskFields } from '~/modules/programme/lists';
import { Checkbox, Checkboxes, Radios, Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { useFieldId, useTyped } from '~/ui/form';
import { MoneyField } from '~/ui/money-field';
import type { Reading } from '../readability';
import { checklistDefaults, criterionDefaults, scale } from '../rules';
import { ReadingNote } from './reading-note';
import { YearBudgets } from './year-budgets';

type Words = Partial<Record<Lang, string>>;

/** What the fields start from: nothing for a new call, the saved announcement for an old one. */
export type CallValues = {
  title: string; titles: Words; summaries: Words; easy: Words; targetGroups: string[]; districts: string[]; taskArea: string; form: 'entrustment' | 'support';
  budget: number; yearBudgets: { year: number; amount: number }[]; minGrant: number; maxGrant: number; maxShare: number; adminCap: number | null;
  offersPerOrganisation: number; eligibleForms: string[]; partialFunding: boolean; rules: string; conditions: string;
  taskFrom: string; taskTo: string; closesOn: string; closesTime: string; procedure: string; decisionBy: string;
  previousTasks: string; committeeRecruitment: string; threshold: number; minScores: number; correctionDays: number; budgetLine: string;
  criteria: { key: string; max: number }[]; correctable: string[];
};

const usual = { offersPerOrganisation: 1, threshold: 60, minScores: 2, correctionDays: 7, closesTime: '15:00' };
const usuallyCorrectable = checklistDefaults.filter(({ correctable }) => correctable).map(({ code }) => code);
/** Hundredths of a percent as they are typed, in whole percent. */
export const percent = (hundredths: number | null | undefined) => (typeof hundredths === 'number' ? hundredths / 100 : undefined);
const number = { inputMode: 'numeric', width: 'short' } as const;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The points of each criterion. */
export function Points({ values }: { values: Pick<CallValues, 'criteria'> | undefined }) {
  const t = useT();
  const { error } = useTyped('criteria');
  const id = useFieldId('criteria');
  return (
    <fieldset id={id} className={error ? 'field wrong' : 'field'} aria-describedby={`${id}-hint`}>
      <legend>{t('calls.field.criteria')}</legend>
      <p className="hint" id={`${id}-hint`}>{t('calls.hint.criteria', { scale })}</p>
      {error ? <p className="error">{error}</p> : null}
      {criterionDefaults.map(({ key, max }, i) => (
        <div key={key}>
          <input type="hidden" name={`criteria[${i}].key`} value={key} />
          <Field
            name={`criteria[${i}].max`}
            label={t(`calls.criterion.${key}` as const)}
            defaultValue={values ? values.criteria.find((criterion) => criterion.key === key)?.max : max}
            optional
            {...number}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** The announcement as one long form, in the order of art. 13(2); `days` is the statutory least between publication and deadline. */
export function CallFields({ values, days, readings = {} }: { values?: CallValues; days: number; readings?: Record<string, Reading | null> }) {
  const t = useT();
  const long = (name: 'rules' | 'conditions' | 'procedure' | 'previousTasks' | 'committeeRecruitment', hint?: string) => (
    <>
      <Field name={name} label={t(`calls.field.${name}` as const)} hint={hint} defaultValue={values?.[name]} multiline lang="pl" optional />
      <ReadingNote of={name} reading={readings[name]} />
    </>
  );
  return (
    <>
      <Part title={t('calls.item.1')}>
        <Field name="title" label={t('calls.field.title')} defaultValue={values?.title} maxLength={250} lang="pl" />
        <Select name="taskArea" label={t('calls.field.taskArea')} defaultValue={values?.taskArea} options={taskFields.map((value) => ({ value, label: t(`programme.field.${value}` as const) }))} />
        <Checkboxes name="targetGroups" legend={t('finding.targetGroups')} hint={t('finding.targetGroupsHint')} defaultValue={values?.targetGroups} options={targetGroups.map((value) => ({ value, label: t(`programme.targetGroup.${value}` as const) }))} />
        <Checkboxes name="districts" legend={t('finding.districts')} hint={t('finding.districtsHint')} defaultValue={values?.districts} options={districtSlugs.map((value) => ({ value, label: districtName(value) }))} />
        <Radios name="form" legend={t('calls.field.form')} defaultValue={values?.form} options={(['support', 'entrustment'] as const).map((value) => ({ value, label: t(`calls.form.${value}` as const) }))} />
      </Part>
      <Part title={t('calls.item.2')}>
        <MoneyField name="budget" label={t('calls.field.budget')} defaultValue={values?.budget} />
        <YearBudgets stored={values?.yearBudgets ?? []} from={values?.taskFrom} to={values?.taskTo} />
        <MoneyField name="minGrant" label={t('calls.field.minGrant')} defaultValue={values?.minGrant} />
        <MoneyField name="maxGrant" label={t('calls.field.maxGrant')} defaultValue={values?.maxGrant} />
      </Part>
      <Part title={t('calls.item.3')}>
        <Checkboxes name="eligibleForms" legend={t('calls.field.eligibleForms')} defaultValue={values?.eligibleForms ?? applicantForms} options={applicantForms.map((value) => ({ value, label: t(`organisations.legalForm.${value}` as const) }))} />
        <Field name="offersPerOrganisation" label={t('calls.field.offersPerOrganisation')} defaultValue={values?.offersPerOrganisation ?? usual.offersPerOrganisation} {...number} />
        <Field name="maxShare" label={t('calls.field.maxShare')} hint={t('calls.hint.maxShare')} defaultValue={percent(values?.maxShare)} suffix="%" {...number} />
        <Field name="adminCap" label={t('calls.field.adminCap')} defaultValue={percent(values?.adminCap)} suffix="%" optional {...number} />
        <Checkbox name="partialFunding" label={t('calls.field.partialFunding')} defaultChecked={values?.partialFunding ?? true} />
        {long('rules')}
      </Part>
      <Part title={t('calls.item.4')}>
        <DayField name="taskFrom" legend={t('calls.field.taskFrom')} defaultValue={values?.taskFrom} />
        <DayField name="taskTo" legend={t('calls.field.taskTo')} defaultValue={values?.taskTo} />
        {long('conditions', t('calls.hint.conditions'))}
      </Part>
      <Part title={t('calls.item.5')}>
        <DayField name="closesOn" legend={t('calls.field.closesOn')} hint={t('calls.hint.closesOn', { n: days })} defaultValue={values?.closesOn} />
        <Field name="closesTime" label={t('calls.field.closesTime')} hint={t('calls.until.clock')} defaultValue={values?.closesTime ?? usual.closesTime} width="short" />
      </Part>
      <Part title={t('calls.item.6')}>
        {long('procedure')}
        <DayField name="decisionBy" legend={t('calls.field.decisionBy')} defaultValue={values?.decisionBy} />
        <Points values={values} />
        <Field name="threshold" label={t('calls.field.threshold')} defaultValue={values?.threshold ?? usual.threshold} {...number} />
        <Field name="minScores" label={t('calls.field.minScores')} defaultValue={values?.minScores ?? usual.minScores} {...number} />
        <Checkboxes name="correctable" legend={t('calls.field.correctable')} defaultValue={values?.correctable ?? usuallyCorrectable} options={checklistDefaults.map(({ code }) => ({ value: code, label: t(`calls.checklist.${code}` as const) }))} />
        <Field name="correctionDays" label={t('calls.field.correctionDays')} defaultValue={values?.correctionDays ?? usual.correctionDays} {...number} />
      </Part>
      <Part title={t('calls.item.7')}>{long('previousTasks')}</Part>
      <Part title={t('calls.item.desk')}>
        <Field name="budgetLine" label={t('calls.field.budgetLine')} defaultValue={values?.budgetLine} width="medium" optional />
        {long('committeeRecruitment')}
      </Part>
      <Part title={t('calls.item.languages')}>
        {languages.map((one) => (
          <div className="stack" key={one}>
            {one === 'pl' ? null : <Field name={`titles.${one}`} label={t('calls.field.titleIn', { language: languageNames[one] })} defaultValue={values?.titles[one]} lang={one} optional />}
            <Field name={`easy.${one}`} label={t('callLife.easyIn', { language: languageNames[one] })} hint={one === 'pl' ? t('callLife.easyHint') : undefined} defaultValue={values?.easy[one]} maxLength={3000} multiline rows={5} lang={one} optional />
            {one === 'pl' ? <ReadingNote of="easy.pl" reading={readings.easy} /> : null}
            <Field name={`summaries.${one}`} label={t('calls.field.summaryIn', { language: languageNames[one] })} defaultValue={values?.summaries[one]} maxLength={1000} multiline rows={3} lang={one} optional />
          </div>
        ))}
      </Part>
    </>
  );
}
