import { useLang, useT } from '~/i18n/react';
import { formatDay } from '~/shared/time';
import { Button } from '~/ui/button';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

type Place = 'bip' | 'notice_board' | 'website';
type Recorded = { place: Place; publishedOn: string; reference: string };

/** The three places where results must hang: what is recorded, and a form for what is not yet. */
export function ResultPublications({ places, recorded }: { places: readonly Place[]; recorded: Recorded[] }) {
  const t = useT();
  const lang = useLang();
  return places.map((place) => {
    const done = recorded.find((publication) => publication.place === place);
    const title = t('decisions.publication.place', { place: t(`calls.place.${place}` as const) });
    if (done) return <p key={place}>{`${title}: ${formatDay(done.publishedOn, lang)}, ${done.reference}`}</p>;
    return (
      <PostForm key={place} intent="publication" formId={place} className="card stack">
        <h3>{title}</h3>
        <input type="hidden" name="place" value={place} />
        <DayField name="publishedOn" legend={t('decisions.publication.on')} />
        <Field name="reference" label={t('decisions.publication.reference')} />
        <Button tone="plain">{t('decisions.publication.save')}</Button>
      </PostForm>
    );
  });
}
