import { languageNames, languages } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { languagesServed, targetGroups } from '~/modules/programme/lists';
import { Button, LinkButton } from '~/ui/button';
import { Checkboxes, Radios, Select } from '~/ui/choices';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm, useTyped } from '~/ui/form';
import { serviceCosts, serviceKinds, serviceStatuses, weekdays } from '../content';
import type { Service } from '../services.server';

type Values = Omit<Service, 'changedAt'>;
type Props = { service: Values | null; places: { id: string; name: string }[]; back: string };

/** Everything about one service: what it is, when, where, in which languages and for how much. */
export function ServiceForm({ service, places, back }: Props) {
  const t = useT();
  return (
    <PostForm intent="save" className="stack section">
      <section className="stack">
        <h2>{t('entries.service.title')}</h2>
        <Select name="kind" label={t('entries.service.kind')} defaultValue={service?.kind} options={serviceKinds.map((value) => ({ value, label: t(`openData.kind.${value}` as const) }))} />
        <Field name="names.pl" label={t('entries.service.name', { language: languageNames.pl })} hint={t('entries.service.nameHint')} defaultValue={service?.names.pl} lang="pl" />
        <Field name="descriptions.pl" label={t('entries.service.description', { language: languageNames.pl })} defaultValue={service?.descriptions.pl} multiline rows={4} lang="pl" maxLength={1500} optional />
        {languages.filter((lang) => lang !== 'pl').map((lang) => (
          <Details key={lang} summary={t('entries.service.inLanguage', { language: languageNames[lang] })} open={!!service?.names[lang]}>
            <Field name={`names.${lang}`} label={t('entries.service.name', { language: languageNames[lang] })} defaultValue={service?.names[lang]} lang={lang} optional />
            <Field name={`descriptions.${lang}`} label={t('entries.service.description', { language: languageNames[lang] })} defaultValue={service?.descriptions[lang]} multiline rows={4} lang={lang} maxLength={1500} optional />
          </Details>
        ))}
        <div className="in-columns"><Checkboxes name="languages" legend={t('entries.service.languages')} defaultValue={service?.languages} options={languagesServed.map((value) => ({ value, label: t(`programme.language.${value}` as const) }))} /></div>
        <Checkboxes name="targetGroups" legend={t('entries.service.groups')} defaultValue={service?.targetGroups} options={targetGroups.map((value) => ({ value, label: t(`programme.targetGroup.${value}` as const) }))} />
      </section>
      <Schedule service={service} />
      <section className="stack">
        <h2>{t('entries.service.place')}</h2>
        <Select name="locationId" label={t('entries.service.place')} defaultValue={service?.locationId ?? ''} empty={t('entries.service.noPlace')} optional options={places.map(({ id, name }) => ({ value: id, label: name }))} />
        <Field name="howToCome" label={t('entries.service.howToCome')} hint={t('entries.service.howToComeHint')} defaultValue={service?.howToCome} multiline rows={3} maxLength={600} optional />
      </section>
      <section className="stack">
        <h2>{t('entries.service.cost')}</h2>
        <Radios name="cost" legend={t('entries.service.cost')} defaultValue={service?.cost ?? 'free'} options={serviceCosts.map((value) => ({ value, label: t(`openData.cost.${value}` as const) }))} />
        <Field name="costNote" label={t('entries.service.costNote')} defaultValue={service?.costNote} optional />
        <Radios name="status" legend={t('entries.service.status')} defaultValue={service?.status ?? 'active'} options={serviceStatuses.map((value) => ({ value, label: t(`entries.serviceStatus.${value}` as const) }))} />
      </section>
      <div className="row">
        <Button>{t('organisations.save')}</Button>
        <LinkButton href={back} tone="plain">{t('entries.cancel')}</LinkButton>
      </div>
    </PostForm>
  );
}

const spare = 2;
const most = 14;

function Schedule({ service }: { service: Values | null }) {
  const t = useT();
  const hours = service?.hours ?? [];
  const { value, error } = useTyped('hours');
  const typed = Array.isArray(value) ? value.length : 0;
  return (
    <section className="stack">
      <h2>{t('entries.hours')}</h2>
      <p className="hint">{t('entries.hours.hint')}</p>
      {error ? <p className="error" id="f-hours" tabIndex={-1}>{error}</p> : null}
      <div className="rows">
        {Array.from({ length: Math.min(most, Math.max(typed, hours.length + spare)) }, (_, i) => (
          <fieldset className="card stack" key={i}>
            <legend>{t('entries.hours.row', { n: i + 1 })}</legend>
            <div className="days">
              <Checkboxes name={`hours[${i}].days`} legend={t('entries.hours.days')} defaultValue={hours[i]?.days} options={weekdays.map((day) => ({ value: day, label: t(`entries.day.${day}` as const) }))} />
            </div>
            <div className="row">
              <Field name={`hours[${i}].from`} label={t('entries.hours.from')} defaultValue={hours[i]?.from} width="short" />
              <Field name={`hours[${i}].to`} label={t('entries.hours.to')} defaultValue={hours[i]?.to} width="short" />
            </div>
          </fieldset>
        ))}
      </div>
      <Field name="hoursNote" label={t('entries.hours.note')} hint={t('entries.hours.noteHint')} defaultValue={service?.hoursNote} optional />
    </section>
  );
}
