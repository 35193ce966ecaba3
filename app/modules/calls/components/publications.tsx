import { useLang, useT } from '~/i18n/react';
import { formatDay } from '~/shared/time';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { SummaryList } from '~/ui/summary-list';
import { publicationPlaces, type PublicationPlace } from '../rules';

export type Publication = { place: PublicationPlace; publishedOn: string; reference: string };

/** Where and when the announcement hung. */
export function PublicationList({ publications }: { publications: Publication[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <SummaryList
      items={publications.map(({ place, publishedOn, reference }) => ({
        label: t(`calls.place.${place}` as const),
        value: <>{formatDay(publishedOn, lang)}<br />{/^https?:\/\//.test(reference) ? <a href={reference}>{reference}</a> : reference}</>,
      }))}
    />
  );
}

/** What is recorded, and a form for the places that are not yet. */
export function PublicationForm({ recorded }: { recorded: Publication[] }) {
  const t = useT();
  const missing = publicationPlaces.filter((place) => !recorded.some((publication) => publication.place === place));
  return (
    <>
      {recorded.length > 0 ? <PublicationList publications={recorded} /> : null}
      {missing.length > 0 ? (
        <PostForm intent="publication" formId="publication" className="card stack">
          <Radios name="place" legend={t('calls.publicationPlace')} defaultValue={missing[0]} options={missing.map((value) => ({ value, label: t(`calls.place.${value}` as const) }))} />
          <DayField name="publishedOn" legend={t('calls.publicationOn')} />
          <Field name="reference" label={t('calls.publicationReference')} maxLength={250} />
          <Button tone="plain">{t('calls.publicationSave')}</Button>
        </PostForm>
      ) : null}
    </>
  );
}
