import { useLang, useT } from '~/i18n/react';
import { Radios } from '~/ui/choices';
import { useFormState } from '~/ui/form';
import { useIndicators } from '~/modules/programme/components/use-indicators';
import { Notice } from '~/ui/notice';
import type { OfferContent, OfferSection } from '../content';
import { atPlace, placeOfName } from '../merge';
import { languageAt, placeLabel, rowTitleOf, valueText } from './places';

const begin = 'choose.';

/** Where two people wrote in the same field: both texts, and the choice which one stays. */
export function Collisions({ section, content, version }: { section: OfferSection; content: OfferContent; version: number }) {
  const t = useT();
  const lang = useLang();
  const indicators = useIndicators();
  const refused = useFormState();
  if (refused?.intent !== section) return null;
  const { choose } = refused.values as { choose?: Record<string, string> };
  const told = refused.errors.filter(({ path }) => path.startsWith(begin)).map(({ path }) => path.slice(begin.length));
  const names = [...new Set([...told, ...Object.keys(choose ?? {})])];
  if (names.length === 0) return null;
  const theirs = content[section];
  return (
    <Notice tone="bad" title={t('offers.collision')}>
      <p>{t('offers.collisionLead')}</p>
      <input type="hidden" name="seen" value={version} />
      {names.map((name) => {
        const place = placeOfName(name);
        const rowPlace = place.slice(0, place.indexOf('#') < 0 ? 0 : place.indexOf('/', place.indexOf('#')) < 0 ? place.length : place.indexOf('/', place.indexOf('#')));
        const row = rowPlace ? (atPlace(theirs, rowPlace) ?? atPlace(refused.values, rowPlace)) : undefined;
        const text = (value: unknown) => <span lang={languageAt(place, theirs, refused.values)} className="own-text">{valueText(t, lang, place, value, indicators)}</span>;
        return (
          <Radios
            key={name}
            name={begin + name}
            legend={placeLabel(t, section, place, rowTitleOf(row))}
            options={[
              { value: 'mine', label: t('offers.mine'), hint: text(atPlace(refused.values, place)) },
              { value: 'theirs', label: t('offers.theirs'), hint: text(atPlace(theirs, place)) },
            ]}
          />
        );
      })}
    </Notice>
  );
}
