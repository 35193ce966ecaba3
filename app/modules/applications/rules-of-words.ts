import type { OfferContent, OfferSection } from './content';
import type { Place } from './merge';

/** Languages an applicant may write in beside the Polish text. */
export const workingLanguages = ['uk', 'ru', 'en', 'de'] as const;
export type WorkingLanguage = (typeof workingLanguages)[number];

/** Whose the Polish text is: the applicant's own, a person's translation, a machine's that nobody checked. */
export const translationMarks = ['own', 'person', 'machine'] as const;
export type TranslationMark = (typeof translationMarks)[number];

/** What stands beside one Polish text: the original in another language, and how the Polish was made. */
export type Original = { lang: WorkingLanguage; text: string; mark: TranslationMark; by?: string | undefined };
/** Originals by the name of their Polish field. */
export type Words = Readonly<Partial<Record<string, Original>>>;

/** Texts long enough to be written in two languages, and the longest each may be in either. */
export const longTexts = {
  task: { synthesis: 20_000 },
  schedule: { description: 4000 },
  results: { text: 20_000 },
  profile: { experience: 20_000, resources: 20_000 },
  other: { information: 20_000 },
  extra: { answer: 4000 },
} as const satisfies Partial<Record<OfferSection, Record<string, number>>>;

/** Whether a section has texts that can be written in two languages. */
export const hasLongTexts = (section: OfferSection): section is keyof typeof longTexts => section in longTexts;

export type Translated = { section: OfferSection; field: string; place: Place; polish: string; original: Original; row?: string };

type Written = { words?: Words | undefined };

function originalsOf(section: OfferSection, part: Written | undefined, before: Place = '', row?: string): Translated[] {
  return Object.entries(part?.words ?? {}).flatMap(([field, original]) => {
    if (!original) return [];
    const polish = (part as Record<string, unknown>)[field];
    return [{ section, field, place: before + field, polish: typeof polish === 'string' ? polish : '', original, ...(row === undefined ? {} : { row }) }];
  });
}

/** Every text of the offer, or of these sections, that has words in another language or a mark, in the order of the form. */
export function translatedTexts({ task, schedule, results, profile, other, extra }: OfferContent, sections?: readonly OfferSection[]): Translated[] {
  const all = [
    ...originalsOf('task', task),
    ...(schedule?.actions ?? []).flatMap((action) => originalsOf('schedule', action, `actions/#${action.id}/`, action.name)),
    ...originalsOf('results', results),
    ...originalsOf('profile', profile),
    ...originalsOf('other', other),
    ...(extra?.answers ?? []).flatMap((answer) => originalsOf('extra', answer, `answers/#${answer.id}/`, answer.label)),
  ];
  return sections ? all.filter(({ section }) => sections.includes(section)) : all;
}

/** Where the Polish text of an original stands; any other place is its own. */
export const polishPlace = (place: Place): Place => place.replace(/(^|\/)words\/(\w+)(\/\w+)?$/, '$1$2');

/** Which part of an original a place names, or undefined for a place of the Polish text. */
export const partOfOriginal = (place: Place): string | undefined => {
  const [, part] = /(?:^|\/)words(?:\/\w+(?:\/(\w+))?)?$/.exec(place) ?? [undefined, undefined];
  return /(^|\/)words(\/|$)/.test(place) ? (part ?? 'text') : undefined;
};
const names: Record<string, string> = {
  synthesis: 'opis zadania', description: 'opis działania', text: 'opis rezultatów', experience: 'doświadczenie', resources: 'zasoby', information: 'inne informacje', answer: 'odpowiedź',
};

/** What a long text is called in Polish papers, with the name of its row. */
export const polishName = ({ field, row }: { field: string; row?: string }): string => [names[field] ?? field, row].filter(Boolean).join(': ');
