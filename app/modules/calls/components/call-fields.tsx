import { useT } from '~/i18n/react';
import { languageNames, languages, type Lang } from '~/i18n/messages';
import { checklistDefaults, criterionDefaults, scale } from '~/modules/calls/rules';
import { applicantForms } from '~/modules/organisations/legal-forms';
import { taskFields } from '~/modules/programme/lists';
import { Checkbox, Checkboxes, Radios, Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';

export type CallDraft = {
  title: string; titles: Partial<Record<Lang, string>>; summaries: Partial<Record<Lang, string>>;
  taskArea: string; form: 'entrustment' | 'support';
  budget: number; minGrant: number; maxGrant: number; maxShare: number; adminCap: number | null;
  offersPerOrganisation: number; eligibleForms: string[]; partialFunding: boolean;
  rules: string; conditions: string; procedure: string; previousTasks: string; committeeRecruitment: string;
  taskFrom: string; taskTo: string; closesOn: string; closesTime: string; decisionBy: string;
  threshold: number; minScores: number; correctionDays: number; budgetLine: string;
  criteria: { key: string; max: number }[];
  correctable: string[];
};

const usuallyCorrectable = checklistDefaults.filter(({ correctable }) => correctable).map(({ code }) => code);
const hundredth = (value: number | null | undefined) => (typeof value === 'number' ? value / 100 : undefined);

/** Every question about a call, in the order of the announcement; a new one starts from the usual answers. */
export function CallFields({ days, values: call }: { days: number; values?: CallDraft }) {
  return (
    <>
      <Basics call={call} />
      <Money call={call} />
      <Dates call={call} days={days} />
      <Texts call={call} />
      <Assessment call={call} />
    </>
  );
}

type Part = { call: CallDraft | undefined };

function Basics({ call }: Part) {
  const t = useT();
  return (
    <>
      <Field name="title" label={t('calls.field.title')} defaultValue={call?.title} lang="pl" maxLength={250} />
      <Details summary={t('calls.item.languages')}>
        {languages.map((code) => (
          <div key={code} className="stack">
            {code === 'pl' ? null : <Field name={`titles.${code}`} label={t('calls.field.titleIn', { language: languageNames[code] })} defaultValue={call?.titles[code]} lang={code} optional />}
            <Field name={`summaries.${code}`} label={t('calls.field.summaryIn', { language: languageNames[code] })} defaultValue={call?.summaries[code]} lang={code} maxLength={1000} multiline rows={3} optional />
          </div>
        ))}
      </Details>
      <Select name="taskArea" label={t('calls.field.taskArea')} defaultValue={call?.taskArea} options={taskFields.map((field) => ({ value: field, label: t(`programme.field.${field}` as const) }))} />
      <Radios
        name="form"
        legend={t('calls.field.form')}
        defaultValue={call?.form ?? 'support'}
        options={(['support', 'entrustment'] as const).map((form) => ({ value: form, label: t(`calls.form.${form}` as const) }))}
      />
      <Checkboxes
        name="eligibleForms"
        legend={t('calls.field.eligibleForms')}
        defaultValue={call?.eligibleForms ?? applicantForms}
        options={applicantForms.map((form) => ({ value: form, label: t(`organisations.legalForm.${form}` as const) }))}
      />
      <Field name="offersPerOrganisation" label={t('calls.field.offersPerOrganisation')} defaultValue={call?.offersPerOrganisation ?? 1} inputMode="numeric" width="short" />
    </>
  );
}

function Money({ call }: Part) {
  const t = useT();
  return (
    <>
      <h2>{t('calls.item.2')}</h2>
      <MoneyField name="budget" label={t('calls.field.budget')} defaultValue={call?.budget} />
      <MoneyField name="minGrant" label={t('calls.field.minGrant')} defaultValue={call?.minGrant} />
      <MoneyField name="maxGrant" label={t('calls.field.maxGrant')} defaultValue={call?.maxGrant} />
      <Field name="maxShare" label={t('calls.field.maxShare')} hint={t('calls.hint.maxShare')} defaultValue={hundredth(call?.maxShare)} inputMode="numeric" width="short" suffix="%" />
      <Field name="adminCap" label={t('calls.field.adminCap')} defaultValue={hundredth(call?.adminCap)} inputMode="numeric" width="short" suffix="%" optional />
      <Checkbox name="partialFunding" label={t('calls.field.partialFunding')} defaultChecked={call?.partialFunding ?? true} />
      <Field name="budgetLine" label={t('calls.field.budgetLine')} defaultValue={call?.budgetLine} width="medium" optional />
    </>
  );
}

function Dates({ call, days }: Part & { days: number }) {
  const t = useT();
  return (
    <>
      <h2>{t('calls.item.5')}</h2>
      <DayField name="closesOn" legend={t('calls.field.closesOn')} hint={t('calls.hint.closesOn', { n: days })} defaultValue={call?.closesOn} />
      <Field name="closesTime" label={t('calls.field.closesTime')} hint={t('calls.until.clock')} defaultValue={call?.closesTime ?? '15:00'} width="short" />
      <DayField name="decisionBy" legend={t('calls.field.decisionBy')} defaultValue={call?.decisionBy} />
      <DayField name="taskFrom" legend={t('calls.field.taskFrom')} defaultValue={call?.taskFrom} />
      <DayField name="taskTo" legend={t('calls.field.taskTo')} defaultValue={call?.taskTo} />
    </>
  );
}

function Texts({ call }: Part) {
  const t = useT();
  return (
    <>
      <h2>{t('calls.announcement')}</h2>
      {(['rules', 'conditions', 'procedure', 'previousTasks', 'committeeRecruitment'] as const).map((name) => (
        <Field key={name} name={name} label={t(`calls.field.${name}` as const)} defaultValue={call?.[name]} lang="pl" multiline optional />
      ))}
    </>
  );
}

function Assessment({ call }: Part) {
  const t = useT();
  return (
    <>
      <h2>{t('calls.item.6')}</h2>
      <fieldset className="field">
        <legend id="f-criteria">{t('calls.field.criteria')}</legend>
        <p className="hint">{t('calls.hint.criteria', { scale })}</p>
        {criterionDefaults.map(({ key, max }, i) => (
          <div key={key}>
            <input type="hidden" name={`criteria[${i}].key`} value={key} />
            <Field
              name={`criteria[${i}].max`}
              label={t(`calls.criterion.${key}` as const)}
              defaultValue={call ? (call.criteria.find((criterion) => criterion.key === key)?.max ?? 0) : max}
              inputMode="numeric"
              width="short"
            />
          </div>
        ))}
      </fieldset>
      <Field name="threshold" label={t('calls.field.threshold')} defaultValue={call?.threshold ?? 60} inputMode="numeric" width="short" />
      <Field name="minScores" label={t('calls.field.minScores')} defaultValue={call?.minScores ?? 2} inputMode="numeric" width="short" />
      <Field name="correctionDays" label={t('calls.field.correctionDays')} defaultValue={call?.correctionDays ?? 7} inputMode="numeric" width="short" />
      <Checkboxes
        name="correctable"
        legend={t('calls.field.correctable')}
        defaultValue={call?.correctable ?? usuallyCorrectable}
        options={checklistDefaults.map(({ code }) => ({ value: code, label: t(`calls.checklist.${code}` as const) }))}
      />
    </>
  );
}
