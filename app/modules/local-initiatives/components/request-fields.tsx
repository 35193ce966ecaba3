import { useT } from '~/i18n/react';
import { Rows } from '~/modules/applications/components/rows';
import { districtName, districtSlugs } from '~/modules/programme/lists';
import { Checkbox, Checkboxes, Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';
import { contributionKinds, doers, localInitiativeAreas, requestKinds, type LocalInitiativeContent, type Step } from '../content';

type Props = { content: Partial<LocalInitiativeContent>; version: number };

/** The whole request on one page. */
export function RequestFields({ content, version }: Props) {
  const t = useT();
  const { contributions = [], requests = [], contact, declarations: made } = content;
  return (
    <>
      <section className="stack">
        <h2>{t('localInitiatives.part.what')}</h2>
        <Field name="title" label={t('localInitiatives.name')} defaultValue={content.title} maxLength={250} lang="pl" />
        <Select name="area" label={t('localInitiatives.area')} defaultValue={content.area ?? ''} empty={t('ui.choose')} options={localInitiativeAreas.map((value) => ({ value, label: t(`programme.field.${value}` as const) }))} />
        <Field name="what" label={t('localInitiatives.what')} hint={t('localInitiatives.whatHint')} multiline rows={8} defaultValue={content.what} lang="pl" />
        <Field name="needs" label={t('localInitiatives.needs')} hint={t('localInitiatives.needsHint')} multiline rows={6} defaultValue={content.needs} lang="pl" />
        <Field name="place" label={t('localInitiatives.place')} hint={t('localInitiatives.placeHint')} multiline rows={2} defaultValue={content.place} lang="pl" />
        <Checkboxes name="districts" legend={t('applications.field.districts')} options={districtSlugs.map((slug) => ({ value: slug, label: districtName(slug) }))} defaultValue={content.districts} />
        <DayField name="startDate" legend={t('applications.field.start')} defaultValue={content.startDate} />
        <DayField name="endDate" legend={t('applications.field.end')} defaultValue={content.endDate} />
        <Field name="people" label={t('localInitiatives.people')} hint={t('localInitiatives.peopleHint')} inputMode="numeric" width="short" defaultValue={content.people || undefined} />
      </section>
      <section className="stack">
        <h2>{t('localInitiatives.part.steps')}</h2>
        <StepFields steps={content.steps ?? []} version={version} />
      </section>
      <section className="stack">
        <h2>{t('localInitiatives.part.contributions')}</h2>
        <Rows name="contributions" version={version} stored={contributions}>
          {(i) => (
            <>
              <Field name={`contributions[${i}].name`} label={t('localInitiatives.contribution')} defaultValue={contributions[i]?.name} lang="pl" />
              <Select name={`contributions[${i}].kind`} label={t('localInitiatives.kind')} defaultValue={contributions[i]?.kind ?? ''} empty={t('ui.choose')} options={contributionKinds.map((value) => ({ value, label: t(`localInitiatives.kind.${value}` as const) }))} />
              <Field name={`contributions[${i}].hours`} label={t('localInitiatives.hours')} hint={t('localInitiatives.hoursHint')} inputMode="numeric" width="short" defaultValue={contributions[i]?.hours || undefined} optional />
              <MoneyField name={`contributions[${i}].value`} label={t('localInitiatives.value')} defaultValue={contributions[i]?.value || undefined} />
            </>
          )}
        </Rows>
      </section>
      <section className="stack">
        <h2>{t('localInitiatives.part.requests')}</h2>
        <p className="hint">{t('localInitiatives.noMoney')}</p>
        <Rows name="requests" version={version} stored={requests}>
          {(i) => (
            <>
              <Field name={`requests[${i}].name`} label={t('localInitiatives.contribution')} defaultValue={requests[i]?.name} lang="pl" />
              <Select name={`requests[${i}].kind`} label={t('localInitiatives.kind')} defaultValue={requests[i]?.kind ?? ''} empty={t('ui.choose')} options={requestKinds.map((value) => ({ value, label: t(`localInitiatives.asks.${value}` as const) }))} />
              <MoneyField name={`requests[${i}].value`} label={t('localInitiatives.value')} defaultValue={requests[i]?.value || undefined} />
            </>
          )}
        </Rows>
      </section>
      <section className="stack">
        <h2>{t('localInitiatives.part.contact')}</h2>
        <p className="hint">{t('localInitiatives.contactHint')}</p>
        <Field name="contact.name" label={t('applications.field.name')} defaultValue={contact?.name} autoComplete="name" width="medium" />
        <Field name="contact.phone" type="tel" label={t('applications.field.phone')} defaultValue={contact?.phone} autoComplete="tel" width="short" />
        <Field name="contact.email" type="email" label={t('applications.field.email')} defaultValue={contact?.email} autoComplete="email" width="medium" />
      </section>
      <section className="stack">
        <h2>{t('localInitiatives.part.declarations')}</h2>
        {(['resident', 'noMoney', 'allTrue', 'dataProtection'] as const).map((name) => <Checkbox key={name} name={name} label={t(`localInitiatives.declare.${name}` as const)} defaultChecked={made?.[name] ?? false} />)}
      </section>
    </>
  );
}

/** The steps of a schedule, in the request and in the agreement. */
export function StepFields({ steps, version }: { steps: readonly Step[]; version: number }) {
  const t = useT();
  return (
    <Rows name="steps" version={version} stored={steps}>
      {(i) => (
        <>
          <Field name={`steps[${i}].name`} label={t('localInitiatives.step')} defaultValue={steps[i]?.name} lang="pl" />
          <DayField name={`steps[${i}].from`} legend={t('localInitiatives.from')} defaultValue={steps[i]?.from} />
          <DayField name={`steps[${i}].to`} legend={t('localInitiatives.to')} defaultValue={steps[i]?.to} />
          <Select name={`steps[${i}].doer`} label={t('localInitiatives.doer')} defaultValue={steps[i]?.doer ?? ''} empty={t('ui.choose')} options={doers.map((value) => ({ value, label: t(`localInitiatives.doer.${value}` as const) }))} />
        </>
      )}
    </Rows>
  );
}
