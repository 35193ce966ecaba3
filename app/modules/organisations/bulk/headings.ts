import { translator } from '~/i18n/translate';
import { fold } from '~/shared/text';
import { importColumns, type ImportColumn } from '../content-of-imports';
import { columns as exported } from '../export/columns';

/** Polish and English headings under which a column is known, besides its own name; the first Polish one is shown. */
export const headings: Record<ImportColumn, readonly string[]> = {
  name: ['nazwa', 'nazwa organizacji', 'nazwa pełna', 'name', 'organisation', 'organization', 'name pl', 'nazwa pl'],
  name_en: ['nazwa po angielsku', 'nazwa en', 'name in english'],
  name_uk: ['nazwa po ukraińsku', 'nazwa uk', 'name in ukrainian'],
  name_de: ['nazwa po niemiecku', 'nazwa de', 'name in german'],
  name_ru: ['nazwa po rosyjsku', 'nazwa ru', 'name in russian'],
  short_name: ['nazwa skrócona', 'skrót', 'nazwa krótka', 'short name', 'acronym'],
  legal_form: ['forma prawna', 'forma', 'typ', 'legal form', 'type'],
  krs: ['krs', 'numer krs', 'nr krs', 'krs number'],
  nip: ['nip', 'numer nip', 'tax number'],
  regon: ['regon', 'numer regon', 'statistical number'],
  register_number: ['numer w ewidencji', 'numer w rejestrze', 'register number'],
  register_authority: ['organ prowadzący rejestr', 'organ rejestrowy', 'register authority'],
  district: ['dzielnica', 'district', 'district roman'],
  street: ['ulica i numer', 'ulica', 'adres', 'street', 'street and number'],
  postcode: ['kod pocztowy', 'kod', 'postcode', 'postal code'],
  city: ['miejscowość', 'miasto', 'city', 'town'],
  email: ['adres e-mail', 'e-mail', 'email', 'mail', 'poczta elektroniczna'],
  phone: ['telefon', 'numer telefonu', 'tel', 'phone', 'telephone'],
  website: ['strona internetowa', 'strona www', 'www', 'strona', 'website', 'web page'],
  founded_year: ['rok założenia', 'year founded', 'founded'],
  languages: ['języki', 'języki obsługi', 'język', 'languages'],
  target_groups: ['grupy', 'dla kogo', 'grupy docelowe', 'target groups', 'for whom'],
  community_roles: ['rola w społeczności', 'role', 'community roles'],
  communities: ['społeczności', 'communities'],
  fields: ['dziedziny działania', 'dziedziny', 'obszary działania', 'fields', 'fields of activity'],
  description: ['opis', 'opis działalności', 'description', 'description pl', 'opis pl'],
  description_en: ['opis po angielsku', 'opis en', 'description in english'],
  description_uk: ['opis po ukraińsku', 'opis uk', 'description in ukrainian'],
  description_de: ['opis po niemiecku', 'opis de', 'description in german'],
  description_ru: ['opis po rosyjsku', 'opis ru', 'description in russian'],
  address: ['wpis w portalu', 'entry on the portal'],
  confirmed: ['dane potwierdzone', 'data confirmed'],
};

const plain = (heading: string) => fold(heading).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function known(): Map<string, ImportColumn> {
  const names = new Map<string, ImportColumn>();
  for (const column of importColumns) for (const heading of [column, ...headings[column]]) names.set(plain(heading), column);
  // The portal's own sheets carry the headings of the reader's language.
  for (const lang of ['pl', 'en', 'uk', 'de', 'ru'] as const)
    for (const { name, heading } of exported) {
      const column = importColumns.find((one) => one === name);
      const key = plain(heading(translator(lang)));
      if (column && !names.has(key)) names.set(key, column);
    }
  return names;
}

let names: Map<string, ImportColumn> | undefined;

/** The column a heading stands for, whatever its case and accents; undefined for one that is not read. */
export function columnOf(heading: string): ImportColumn | undefined {
  names ??= known();
  return names.get(plain(heading));
}
