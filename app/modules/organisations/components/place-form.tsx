import { useT } from '~/i18n/react';
import { districtName, districtSlugs } from '~/modules/programme/lists';
import { Button, LinkButton } from '~/ui/button';
import { Checkboxes, Radios, Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { addressVisibilities, placeAccess } from '../content';
import type { Place } from '../locations.server';
import { pointText } from '../rules-of-services';

/** One place: where it is, how much of that everybody sees, and what makes it usable. */
export function PlaceForm({ place, back }: { place: Place | null; back: string }) {
  const t = useT();
  return (
    <PostForm intent="save" className="stack section">
      <section className="stack">
        <h2>{t('entries.place.title')}</h2>
        <Field name="name" label={t('entries.place.name')} hint={t('entries.place.nameHint')} defaultValue={place?.name} />
        <Field name="street" label={t('organisations.street')} defaultValue={place?.street} optional />
        <Field name="postcode" label={t('organisations.postcode')} defaultValue={place?.postcode} width="short" optional />
        <Field name="city" label={t('organisations.city')} defaultValue={place?.city ?? 'Kraków'} width="medium" />
        <Select name="district" label={t('organisations.district')} defaultValue={place?.district ?? ''} optional empty={t('organisations.district.none')} options={districtSlugs.map((value) => ({ value, label: districtName(value) }))} />
        <Field name="coordinates" label={t('entries.place.coordinates')} hint={t('entries.place.coordinatesHint')} defaultValue={place ? pointText(place) : ''} width="medium" optional />
        <Radios name="visibility" legend={t('organisations.addressVisibility')} defaultValue={place?.visibility ?? 'full'} options={addressVisibilities.map((value) => ({ value, label: t(`entries.place.visibility.${value}` as const) }))} />
      </section>
      <section className="stack">
        <h2>{t('entries.place.access')}</h2>
        <Checkboxes name="access" legend={t('entries.place.access')} hint={t('entries.place.accessHint')} defaultValue={place?.access} options={placeAccess.map((value) => ({ value, label: t(`openData.access.${value}` as const) }))} />
        <Field name="accessNote" label={t('entries.place.accessNote')} defaultValue={place?.accessNote} multiline rows={3} maxLength={600} optional />
      </section>
      <div className="row">
        <Button>{t('organisations.save')}</Button>
        <LinkButton href={back} tone="plain">{t('entries.cancel')}</LinkButton>
      </div>
    </PostForm>
  );
}
