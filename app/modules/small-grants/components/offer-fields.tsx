import { useT } from '~/i18n/react';
import { Rows } from '~/modules/applications/components/rows';
import { districtName, districtSlugs, targetGroups } from '~/modules/programme/lists';
import { Checkbox, Checkboxes, Radios } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';
import type { SmallGrantContent } from '../content';

type Props = { content: Partial<SmallGrantContent>; version: number };

/** The whole simplified offer on one page, in the order of the form (Dz.U. 2018 poz. 2055, annex 1). */
export function OfferFields({ content, version }: Props) {
  const t = useT();
  const { contact, results = [], costs = [], declarations: made } = content;
  const stated = ['withinStatute', 'feesOnlyPaid', 'dataAgrees', 'allTrue', 'dataProtection'] as const;
  return (
    <>
      <section className="stack">
        <h2>{t('smallGrants.part.task')}</h2>
        <Field name="title" label={t('applications.field.title')} defaultValue={content.title} maxLength={250} lang="pl" />
        <DayField name="startDate" legend={t('applications.field.start')} hint={t('ui.dayHint')} defaultValue={content.startDate} />
        <DayField name="endDate" legend={t('applications.field.end')} hint={t('ui.dayHint')} defaultValue={content.endDate} />
        <Field name="description" label={t('smallGrants.description')} multiline rows={8} defaultValue={content.description} lang="pl" />
        <Checkboxes name="targetGroups" legend={t('applications.field.targetGroups')} options={targetGroups.map((group) => ({ value: group, label: t(`programme.targetGroup.${group}` as const) }))} defaultValue={content.targetGroups} />
        <Checkboxes name="districts" legend={t('applications.field.districts')} options={districtSlugs.map((slug) => ({ value: slug, label: districtName(slug) }))} defaultValue={content.districts} />
      </section>
      <section className="stack">
        <h2>{t('smallGrants.part.results')}</h2>
        <Rows name="results" version={version} stored={results}>
          {(i) => (
            <>
              <Field name={`results[${i}].name`} label={t('applications.field.result')} defaultValue={results[i]?.name} lang="pl" />
              <Field name={`results[${i}].target`} label={t('applications.field.target')} defaultValue={results[i]?.target} width="short" />
              <Field name={`results[${i}].monitoring`} label={t('applications.field.monitoring')} defaultValue={results[i]?.monitoring} lang="pl" />
            </>
          )}
        </Rows>
        <Field name="profile" label={t('smallGrants.profile')} multiline rows={5} defaultValue={content.profile} lang="pl" />
      </section>
      <section className="stack">
        <h2>{t('smallGrants.part.costs')}</h2>
        <Rows name="costs" version={version} stored={costs}>
          {(i) => (
            <>
              <Field name={`costs[${i}].kind`} label={t('smallGrants.cost')} defaultValue={costs[i]?.kind} lang="pl" />
              <MoneyField name={`costs[${i}].grant`} label={t('smallGrants.fromGrant')} defaultValue={costs[i]?.grant || undefined} optional />
              <MoneyField name={`costs[${i}].other`} label={t('smallGrants.fromOther')} defaultValue={costs[i]?.other || undefined} optional />
            </>
          )}
        </Rows>
      </section>
      <section className="stack">
        <h2>{t('smallGrants.part.contact')}</h2>
        <Field name="contact.name" label={t('applications.field.name')} defaultValue={contact?.name} autoComplete="name" width="medium" />
        <Field name="contact.phone" type="tel" label={t('applications.field.phone')} defaultValue={contact?.phone} autoComplete="tel" width="short" />
        <Field name="contact.email" type="email" label={t('applications.field.email')} defaultValue={contact?.email} autoComplete="email" width="medium" />
      </section>
      <section className="stack">
        <h2>{t('smallGrants.part.declarations')}</h2>
        {stated.map((name) => <Checkbox key={name} name={name} label={t(`applications.declare.${name}` as const)} defaultChecked={made?.[name] ?? false} />)}
        {(['taxArrears', 'insuranceArrears'] as const).map((name) => (
          <Radios key={name} name={name} legend={t(`applications.declare.${name}` as const)} defaultValue={made?.[name]} inline options={(['no', 'yes'] as const).map((value) => ({ value, label: t(value === 'no' ? 'applications.no' : 'applications.yes') }))} />
        ))}
      </section>
    </>
  );
}
