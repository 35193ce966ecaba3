import { useT } from '~/i18n/react';
import { Rows } from '~/modules/applications/components/rows';
import { districtName, districtSlugs, taskFields } from '~/modules/programme/lists';
import { Checkbox, Checkboxes, Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';
import type { ProposalContent } from '../content';

type Props = { content: Partial<ProposalContent>; version: number };

/** The whole proposal on one page. */
export function ProposalFields({ content, version }: Props) {
  const t = useT();
  const { contact, results = [], costs = [], declarations: made } = content;
  return (
    <>
      <section className="stack">
        <h2>{t('proposals.part.task')}</h2>
        <Field name="title" label={t('proposals.name')} defaultValue={content.title} maxLength={250} lang="pl" />
        <Select name="field" label={t('proposals.field')} defaultValue={content.field ?? ''} empty={t('ui.choose')} options={taskFields.map((value) => ({ value, label: t(`programme.field.${value}` as const) }))} />
        <Field name="need" label={t('proposals.need')} hint={t('proposals.needHint')} multiline rows={5} defaultValue={content.need} lang="pl" />
        <Field name="benefit" label={t('proposals.benefit')} hint={t('proposals.benefitHint')} multiline rows={5} defaultValue={content.benefit} lang="pl" />
        <Field name="description" label={t('proposals.description')} hint={t('proposals.descriptionHint')} multiline rows={8} defaultValue={content.description} lang="pl" />
        <Checkboxes name="districts" legend={t('applications.field.districts')} options={districtSlugs.map((slug) => ({ value: slug, label: districtName(slug) }))} defaultValue={content.districts} />
        <Field name="place" label={t('proposals.place')} multiline rows={2} defaultValue={content.place} lang="pl" optional />
        <DayField name="startDate" legend={t('applications.field.start')} hint={t('ui.dayHint')} defaultValue={content.startDate} />
        <DayField name="endDate" legend={t('applications.field.end')} hint={t('ui.dayHint')} defaultValue={content.endDate} />
        <Field name="beneficiaries" label={t('proposals.beneficiaries')} multiline rows={3} defaultValue={content.beneficiaries} lang="pl" />
        <Field name="people" label={t('proposals.people')} inputMode="numeric" width="short" defaultValue={content.people || undefined} />
      </section>
      <section className="stack">
        <h2>{t('proposals.part.results')}</h2>
        <Rows name="results" version={version} stored={results}>
          {(i) => (
            <>
              <Field name={`results[${i}].name`} label={t('proposals.result')} defaultValue={results[i]?.name} lang="pl" />
              <Field name={`results[${i}].target`} label={t('proposals.target')} defaultValue={results[i]?.target} width="short" lang="pl" />
            </>
          )}
        </Rows>
      </section>
      <section className="stack">
        <h2>{t('proposals.part.costs')}</h2>
        <Rows name="costs" version={version} stored={costs}>
          {(i) => (
            <>
              <Field name={`costs[${i}].kind`} label={t('proposals.cost')} defaultValue={costs[i]?.kind} lang="pl" />
              <MoneyField name={`costs[${i}].asked`} label={t('proposals.asked')} defaultValue={costs[i]?.asked || undefined} optional />
              <MoneyField name={`costs[${i}].own`} label={t('proposals.own')} defaultValue={costs[i]?.own || undefined} optional />
            </>
          )}
        </Rows>
      </section>
      <section className="stack">
        <h2>{t('proposals.part.experience')}</h2>
        <Field name="experience" label={t('proposals.part.experience')} hint={t('proposals.experienceHint')} multiline rows={5} defaultValue={content.experience} lang="pl" />
      </section>
      <section className="stack">
        <h2>{t('proposals.part.contact')}</h2>
        <p className="hint">{t('proposals.contactHint')}</p>
        <Field name="contact.name" label={t('applications.field.name')} defaultValue={contact?.name} autoComplete="name" width="medium" />
        <Field name="contact.phone" type="tel" label={t('applications.field.phone')} defaultValue={contact?.phone} autoComplete="tel" width="short" />
        <Field name="contact.email" type="email" label={t('applications.field.email')} defaultValue={contact?.email} autoComplete="email" width="medium" />
      </section>
      <section className="stack">
        <h2>{t('proposals.part.declarations')}</h2>
        {(['withinStatute', 'noPromise', 'allTrue', 'dataProtection'] as const).map((name) => <Checkbox key={name} name={name} label={t(`proposals.declare.${name}` as const)} defaultChecked={made?.[name] ?? false} />)}
      </section>
    </>
  );
}
