import { useLang, useT } from '~/i18n/react';
import type { ExtraQuestion } from '~/modules/calls/content';
import { useIndicators } from '~/modules/programme/components/use-indicators';
import { districtName, districtSlugs, targetGroups } from '~/modules/programme/lists';
import { Checkbox, Checkboxes, Radios, Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { WhereOpen } from '~/ui/field-gate';
import { MoneyField } from '~/ui/money-field';
import type { OfferContent, OfferSection } from '../content';
import { yearsOfActions, yearsOfTask } from '../rules-of-budget';
import { BudgetLines } from './budget-lines';
import { BudgetSummary, type BudgetLimits } from './budget-summary';
import { ExtraFields } from './extra-fields';
import { Official } from './official';
import { InTwoLanguages } from './original';
import { Rows } from './rows';
import { YearAmounts } from './year-amounts';

type SectionFieldsProps = {
  section: Exclude<OfferSection, 'attachments'>; content: OfferContent; version: number;
  questions?: readonly ExtraQuestion[];
  /** Files of the offer, of which one can answer a question. */
  files?: readonly { id: string; name: string }[];
  /** What the call allows, to be seen beside the sums. */
  limits?: BudgetLimits;
};

/** The questions of one section of the official offer. */
export function SectionFields({ section, content, version, questions = [], limits, files = [] }: SectionFieldsProps) {
  const t = useT();
  const indicators = useIndicators();
  const lang = useLang();
  const working = content.words?.lang;
  switch (section) {
    case 'contact': {
      const { contact } = content;
      return (
        <>
          <p className="hint"><Official of="contact" /></p>
          <Field name="name" label={t('applications.field.name')} defaultValue={contact?.name} autoComplete="name" width="medium" />
          <Field name="phone" type="tel" label={t('applications.field.phone')} defaultValue={contact?.phone} autoComplete="tel" width="short" />
          <Field name="email" type="email" label={t('applications.field.email')} defaultValue={contact?.email} autoComplete="email" width="medium" />
        </>
      );
    }
    case 'task': {
      const { task } = content;
      return (
        <>
          <Field name="title" label={t('applications.field.title')} hint={<><Official of="title" />.</>} defaultValue={task?.title} maxLength={250} />
          <DayField name="startDate" legend={t('applications.field.start')} hint={<><Official of="start" />. {t('ui.dayHint')}</>} defaultValue={task?.startDate} />
          <DayField name="endDate" legend={t('applications.field.end')} hint={<><Official of="end" />. {t('ui.dayHint')}</>} defaultValue={task?.endDate} />
          <InTwoLanguages of="synthesis" label={t('applications.field.synthesis')} words={task?.words} lang={working} rows={10}>
            <Field name="synthesis" label={t('applications.field.synthesis')} hint={<Official of="synthesis" />} multiline rows={10} defaultValue={task?.synthesis} />
          </InTwoLanguages>
          <Checkboxes name="targetGroups" legend={t('applications.field.targetGroups')} options={targetGroups.map((group) => ({ value: group, label: t(`programme.targetGroup.${group}` as const) }))} defaultValue={task?.targetGroups} />
          <Checkboxes name="districts" legend={t('applications.field.districts')} options={districtSlugs.map((slug) => ({ value: slug, label: districtName(slug) }))} defaultValue={task?.districts} />
        </>
      );
    }
    case 'schedule': {
      const actions = content.schedule?.actions ?? [];
      return (
        <Rows name="actions" version={version} stored={actions}>
          {(i) => (
            <>
              <Field name={`actions[${i}].name`} label={t('applications.field.action')} hint={<Official of="action" />} defaultValue={actions[i]?.name} />
              <InTwoLanguages of="description" row={`actions[${i}].`} label={t('applications.field.actionDescription')} words={actions[i]?.words} lang={working} rows={3}>
                <Field name={`actions[${i}].description`} label={t('applications.field.actionDescription')} hint={<Official of="actionDescription" />} multiline rows={3} defaultValue={actions[i]?.description} />
              </InTwoLanguages>
              <Field name={`actions[${i}].targetGroup`} label={t('applications.field.targetGroup')} hint={<Official of="targetGroup" />} defaultValue={actions[i]?.targetGroup} optional />
              <DayField name={`actions[${i}].from`} legend={t('applications.field.from')} hint={<><Official of="planned" />. {t('ui.dayHint')}</>} defaultValue={actions[i]?.from} />
              <DayField name={`actions[${i}].to`} legend={t('applications.field.to')} hint={<><Official of="planned" />. {t('ui.dayHint')}</>} defaultValue={actions[i]?.to} />
              <Field name={`actions[${i}].outsourced`} label={t('applications.field.outsourced')} hint={<Official of="outsourced" />} defaultValue={actions[i]?.outsourced} optional />
            </>
          )}
        </Rows>
      );
    }
    case 'results': {
      const { results } = content;
      const rows = results?.results ?? [];
      return (
        <>
          <InTwoLanguages of="text" label={t('applications.field.resultsText')} words={results?.words} lang={working}>
            <Field name="text" label={t('applications.field.resultsText')} hint={<Official of="resultsText" />} multiline rows={8} defaultValue={results?.text} />
          </InTwoLanguages>
          <Rows name="results" version={version} stored={rows}>
            {(i) => (
              <>
                <Field name={`results[${i}].name`} label={t('applications.field.result')} hint={<Official of="result" />} defaultValue={rows[i]?.name} />
                <Field name={`results[${i}].target`} label={t('applications.field.target')} hint={<Official of="target" />} defaultValue={rows[i]?.target} width="short" />
                <Field name={`results[${i}].unit`} label={t('applications.field.unit')} defaultValue={rows[i]?.unit} width="short" optional />
                <Select name={`results[${i}].indicator`} label={t('applications.field.indicator')} hint={t('applications.indicatorHint')} options={indicators.filter(({ code, current }) => current || code === rows[i]?.indicator).map(({ code, name }) => ({ value: code, label: name }))} defaultValue={rows[i]?.indicator} empty={t('applications.noIndicator')} optional />
                <Field name={`results[${i}].monitoring`} label={t('applications.field.monitoring')} hint={<Official of="monitoring" />} defaultValue={rows[i]?.monitoring} />
              </>
            )}
          </Rows>
        </>
      );
    }
    case 'profile':
      return (
        <>
          <InTwoLanguages of="experience" label={t('applications.field.experience')} words={content.profile?.words} lang={working}>
            <Field name="experience" label={t('applications.field.experience')} hint={<Official of="experience" />} multiline rows={8} defaultValue={content.profile?.experience} />
          </InTwoLanguages>
          <InTwoLanguages of="resources" label={t('applications.field.resources')} words={content.profile?.words} lang={working}>
            <Field name="resources" label={t('applications.field.resources')} hint={<Official of="resources" />} multiline rows={8} defaultValue={content.profile?.resources} />
          </InTwoLanguages>
        </>
      );
    case 'budget': {
      const sources = content.budget?.sources;
      const names = [
        ['grant', 'grant'], ['ownCash', 'ownFinancial'], ['otherSources', 'ownFinancial'], ['personal', 'ownNonFinancial'], ['inKind', 'ownNonFinancial'], ['fees', 'fees'],
      ] as const;
      const years = yearsOfTask(content.task);
      const actions = JSON.stringify(Object.fromEntries(yearsOfActions(content.schedule)));
      return (
        <div className="stack" data-island="budget" data-lang={lang} data-years={years.join(' ')} data-actions={actions}>
          <h2><Official of="costs" /></h2>
          <BudgetLines content={content} version={version} />
          <WhereOpen name="pasted">
            <div data-island="paste-rows">
              <Details summary={t('offers.paste')}>
                <Field name="pasted" label={t('offers.pasteRows')} hint={t('offers.pasteHint')} multiline rows={5} optional />
              </Details>
            </div>
          </WhereOpen>
          <h2><Official of="sources" /></h2>
          {names.map(([name, official]) => (
            <MoneyField key={name} name={`sources.${name}`} label={t(`applications.field.${name}` as const)} hint={<Official of={official} />} defaultValue={sources?.[name] || undefined} optional={name !== 'grant'} />
          ))}
          <YearAmounts name="sources.grantYears" legend={t('budget.grantYears')} hint={t('budget.grantYearsHint')} years={years} amounts={sources?.grantYears} />
          <BudgetSummary content={content} limits={limits} />
        </div>
      );
    }
    case 'other':
      return (
        <>
          <Radios name="paid" legend={t('applications.field.paid')} hint={<Official of="paid" />} options={[{ value: 'no', label: t('applications.no') }, { value: 'yes', label: t('applications.yes') }]} defaultValue={content.other?.paid === undefined ? undefined : content.other.paid ? 'yes' : 'no'} />
          <InTwoLanguages of="information" label={t('applications.field.information')} words={content.other?.words} lang={working} rows={6}>
            <Field name="information" label={t('applications.field.information')} hint={<Official of="information" />} multiline defaultValue={content.other?.information} optional />
          </InTwoLanguages>
        </>
      );
    case 'extra':
      return <ExtraFields questions={questions} content={content} files={files} />;
    case 'declarations': {
      const made = content.declarations;
      const answers = [{ value: 'no', label: t('applications.no') }, { value: 'yes', label: t('applications.yes') }];
      return (
        <>
          <Checkbox name="withinStatute" label={t('applications.declare.withinStatute')} hint={<Official of="withinStatute" />} defaultChecked={made?.withinStatute ?? false} />
          <Checkbox name="feesOnlyPaid" label={t('applications.declare.feesOnlyPaid')} hint={<Official of="feesOnlyPaid" />} defaultChecked={made?.feesOnlyPaid ?? false} />
          <Radios name="taxArrears" legend={t('applications.declare.taxArrears')} hint={<Official of="taxArrears" />} options={answers} defaultValue={made?.taxArrears} inline />
          <Radios name="insuranceArrears" legend={t('applications.declare.insuranceArrears')} hint={<Official of="insuranceArrears" />} options={answers} defaultValue={made?.insuranceArrears} inline />
          <Checkbox name="dataAgrees" label={t('applications.declare.dataAgrees')} hint={<Official of="dataAgrees" />} defaultChecked={made?.dataAgrees ?? false} />
          <Checkbox name="allTrue" label={t('applications.declare.allTrue')} hint={<Official of="allTrue" />} defaultChecked={made?.allTrue ?? false} />
          <Checkbox name="dataProtection" label={t('applications.declare.dataProtection')} hint={<Official of="dataProtection" />} defaultChecked={made?.dataProtection ?? false} />
        </>
      );
    }
  }
}
