import type { ReactNode } from 'react';
import { useLang, useT } from '~/i18n/react';
import { districtName, districtSlugs, targetGroups } from '~/modules/programme/lists';
import { formatMoney } from '~/shared/money';
import { Checkbox, Checkboxes, Radios } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';
import type { OfferContent, OfferSection } from '../content';
import { budgetSums } from '../rules';
import { BudgetLines } from './budget-lines';
import { useRowCount } from './row-count';

function Rows({ name, stored, children }: { name: string; stored: number; children: (i: number) => ReactNode }) {
  const t = useT();
  const count = useRowCount(name, stored);
  return (
    <div className="rows">
      <p className="hint">{t('applications.emptyRows')}</p>
      {Array.from({ length: count }, (_, i) => (
        <fieldset className="card stack" key={i}>
          <legend>{t('applications.row', { n: i + 1 })}</legend>
          {children(i)}
        </fieldset>
      ))}
    </div>
  );
}

/** The questions of one section of the official offer. */
export function SectionFields({ section, content }: { section: Exclude<OfferSection, 'attachments'>; content: OfferContent }) {
  const t = useT();
  const lang = useLang();
  switch (section) {
    case 'contact': {
      const { contact } = content;
      return (
        <>
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
          <Field name="title" label={t('applications.field.title')} defaultValue={task?.title} maxLength={250} />
          <DayField name="startDate" legend={t('applications.field.start')} defaultValue={task?.startDate} />
          <DayField name="endDate" legend={t('applications.field.end')} defaultValue={task?.endDate} />
          <Field name="synthesis" label={t('applications.field.synthesis')} multiline rows={10} defaultValue={task?.synthesis} />
          <Checkboxes name="targetGroups" legend={t('applications.field.targetGroups')} options={targetGroups.map((group) => ({ value: group, label: t(`programme.targetGroup.${group}` as const) }))} defaultValue={task?.targetGroups} />
          <Checkboxes name="districts" legend={t('applications.field.districts')} options={districtSlugs.map((slug) => ({ value: slug, label: districtName(slug) }))} defaultValue={task?.districts} />
        </>
      );
    }
    case 'schedule': {
      const actions = content.schedule?.actions ?? [];
      return (
        <Rows name="actions" stored={actions.length}>
          {(i) => (
            <>
              <input type="hidden" name={`actions[${i}].id`} value={actions[i]?.id ?? ''} />
              <Field name={`actions[${i}].name`} label={t('applications.field.action')} defaultValue={actions[i]?.name} />
              <Field name={`actions[${i}].description`} label={t('applications.field.actionDescription')} multiline rows={3} defaultValue={actions[i]?.description} />
              <Field name={`actions[${i}].targetGroup`} label={t('applications.field.targetGroup')} defaultValue={actions[i]?.targetGroup} optional />
              <DayField name={`actions[${i}].from`} legend={t('applications.field.from')} defaultValue={actions[i]?.from} />
              <DayField name={`actions[${i}].to`} legend={t('applications.field.to')} defaultValue={actions[i]?.to} />
              <Field name={`actions[${i}].outsourced`} label={t('applications.field.outsourced')} defaultValue={actions[i]?.outsourced} optional />
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
          <Field name="text" label={t('applications.field.resultsText')} multiline rows={8} defaultValue={results?.text} />
          <Rows name="results" stored={rows.length}>
            {(i) => (
              <>
                <input type="hidden" name={`results[${i}].id`} value={rows[i]?.id ?? ''} />
                <Field name={`results[${i}].name`} label={t('applications.field.result')} defaultValue={rows[i]?.name} />
                <Field name={`results[${i}].target`} label={t('applications.field.target')} defaultValue={rows[i]?.target} width="short" />
                <Field name={`results[${i}].unit`} label={t('applications.field.unit')} defaultValue={rows[i]?.unit} width="short" optional />
                <Field name={`results[${i}].monitoring`} label={t('applications.field.monitoring')} defaultValue={rows[i]?.monitoring} />
              </>
            )}
          </Rows>
        </>
      );
    }
    case 'profile':
      return (
        <>
          <Field name="experience" label={t('applications.field.experience')} multiline rows={8} defaultValue={content.profile?.experience} />
          <Field name="resources" label={t('applications.field.resources')} multiline rows={8} defaultValue={content.profile?.resources} />
        </>
      );
    case 'budget': {
      const sources = content.budget?.sources;
      const sums = budgetSums(content.budget);
      const names = ['grant', 'ownCash', 'otherSources', 'personal', 'inKind', 'fees'] as const;
      const shown = [['total', sums.total], ['admin', sums.admin], ['grant', sums.grant], ['own', sums.own], ['missing', sums.missing]] as const;
      return (
        <div className="stack" data-island="budget" data-lang={lang}>
          <BudgetLines budget={content.budget} actions={content.schedule?.actions ?? []} />
          {names.map((name) => (
            <MoneyField key={name} name={`sources.${name}`} label={t(`applications.field.${name}` as const)} defaultValue={sources?.[name] || undefined} optional={name !== 'grant'} />
          ))}
          <dl className="summary">
            {shown.map(([name, value]) => (
              <div key={name}>
                <dt>{t(`applications.sum.${name}` as const)}</dt>
                <dd className={name === 'missing' && value !== 0 ? 'num error' : 'num'} data-sum={name}>{formatMoney(value, lang)}</dd>
              </div>
            ))}
          </dl>
        </div>
      );
    }
    case 'other':
      return (
        <>
          <Radios name="paid" legend={t('applications.field.paid')} options={[{ value: 'no', label: t('applications.no') }, { value: 'yes', label: t('applications.yes') }]} defaultValue={content.other ? (content.other.paid ? 'yes' : 'no') : undefined} />
          <Field name="information" label={t('applications.field.information')} multiline defaultValue={content.other?.information} optional />
        </>
      );
    case 'declarations': {
      const made = content.declarations;
      const answers = [{ value: 'no', label: t('applications.no') }, { value: 'yes', label: t('applications.yes') }];
      return (
        <>
          <Checkbox name="withinStatute" label={t('applications.declare.withinStatute')} defaultChecked={made?.withinStatute ?? false} />
          <Checkbox name="feesOnlyPaid" label={t('applications.declare.feesOnlyPaid')} defaultChecked={made?.feesOnlyPaid ?? false} />
          <Radios name="taxArrears" legend={t('applications.declare.taxArrears')} options={answers} defaultValue={made?.taxArrears} inline />
          <Radios name="insuranceArrears" legend={t('applications.declare.insuranceArrears')} options={answers} defaultValue={made?.insuranceArrears} inline />
          <Checkbox name="dataAgrees" label={t('applications.declare.dataAgrees')} defaultChecked={made?.dataAgrees ?? false} />
          <Checkbox name="allTrue" label={t('applications.declare.allTrue')} defaultChecked={made?.allTrue ?? false} />
          <Checkbox name="dataProtection" label={t('applications.declare.dataProtection')} defaultChecked={made?.dataProtection ?? false} />
        </>
      );
    }
  }
}
