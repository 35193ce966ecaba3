import type { Read } from '#db/open.server';
import { languageNames, languages, type Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { districtName } from '~/modules/programme/lists';
import { placeAccess, type Provenance } from './content';
import { groupLabels, languageLabels } from './labels';
import { listPublicLocations, listPublicServices } from './queries.server';
import { inLanguageOf } from './rules';
import { linesOf } from './rules-of-services';

type Texts = Partial<Record<Lang, string>>;

/** The places of a public entry in words. */
export async function placesShown(read: Read, organisationId: string, t: Translate) {
  return (await listPublicLocations(read, organisationId)).map(({ id, name, street, postcode, city, district, access, accessNote }) => ({
    id, name, accessNote, district: district ? districtName(district) : null,
    address: [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    access: placeAccess.filter((code) => access.includes(code)).map((code) => t(`openData.access.${code}` as const)),
  }));
}

export type PlaceShown = Awaited<ReturnType<typeof placesShown>>[number];

/** The services of a public entry that are offered now, in the reader's language where there is one. */
export async function servicesShown(read: Read, organisationId: string, { t, places }: { t: Translate; places: readonly PlaceShown[] }) {
  return (await listPublicServices(read, organisationId))
    .filter(({ status }) => status !== 'ended')
    .map((service) => ({
      id: service.id, kind: service.kind, paused: service.status === 'paused', cost: service.cost, costNote: service.costNote,
      name: inLanguageOf(service.names, t.lang) ?? null, description: inLanguageOf(service.descriptions, t.lang) ?? null,
      languages: languageLabels(t, service.languages).join(', '), groups: groupLabels(t, service.targetGroups).join(', '),
      lines: linesOf(service.hours).map(({ first, last, spans }) => ({
        days: first === last ? t(`entries.day.${first}` as const) : `${t(`entries.day.${first}` as const)} – ${t(`entries.day.${last}` as const)}`,
        hours: spans.map(({ from, to }) => `${from}–${to}`).join(', '),
      })),
      hoursNote: service.hoursNote, howToCome: service.howToCome, place: places.find(({ id }) => id === service.locationId) ?? null,
    }));
}

export type ServiceShown = Awaited<ReturnType<typeof servicesShown>>[number];

/** What is said beside a text that the organisation did not write itself; nothing beside its own words. */
export function originNote(t: Translate, lang: Lang, origins: Provenance): string | null {
  const { origin, by } = origins[lang] ?? { origin: 'own' };
  if (origin === 'human') return by ? t('entries.translatedBy', { by }) : t('entries.translatedByPerson');
  if (origin === 'machine') return by ? t('entries.translatedByProgram', { by }) : t('entries.translatedByMachine');
  return null;
}

type Entry = { name: string; names: Texts; descriptions: Texts; nameOrigins: Provenance; descriptionOrigins: Provenance; authoritativeLang: Lang };

/** The texts of an entry with where they come from: the description for this reader, and everything in the other languages. */
export function wordsShown({ name, names, descriptions, nameOrigins, descriptionOrigins, authoritativeLang }: Entry, t: Translate) {
  const shown = inLanguageOf(descriptions, t.lang);
  const named = names[t.lang] && names[t.lang] !== name;
  const several = languages.filter((lang) => descriptions[lang]).length > 1;
  return {
    nameNote: named ? originNote(t, t.lang, nameOrigins) : null,
    description: shown ? { ...shown, note: originNote(t, shown.lang, descriptionOrigins) } : null,
    counts: several && descriptions[authoritativeLang] ? t('entries.counts', { language: t(`programme.language.${authoritativeLang}` as const) }) : null,
    others: languages
      .filter((lang) => (names[lang] && lang !== t.lang) || (descriptions[lang] && lang !== shown?.lang))
      .map((lang) => ({
        lang, language: languageNames[lang],
        name: lang !== t.lang && names[lang] ? { text: names[lang], note: originNote(t, lang, nameOrigins) } : null,
        description: lang !== shown?.lang && descriptions[lang] ? { text: descriptions[lang], note: originNote(t, lang, descriptionOrigins) } : null,
      })),
  };
}

export type WordsShown = ReturnType<typeof wordsShown>;
