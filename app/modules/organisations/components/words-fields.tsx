import { languageNames, languages, type Lang } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { Select } from '~/ui/choices';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { textOrigins } from '../content';
import type { EntryValues } from './entry-fields';

const otherLanguages = languages.filter((lang): lang is Exclude<Lang, 'pl'> => lang !== 'pl');

/** Names and descriptions in five languages, each with where it comes from, and which description counts. */
export function WordsFields({ entry }: { entry: EntryValues | undefined }) {
  const t = useT();
  return (
    <section className="stack" id="words">
      <h2>{t('organisations.section.words')}</h2>
      <Field name="shortName" label={t('organisations.shortName')} defaultValue={entry?.shortName} width="medium" optional />
      <Field name="foundedYear" label={t('organisations.foundedYear')} defaultValue={entry?.foundedYear} inputMode="numeric" width="short" optional />
      <Field name="descriptions.pl" label={t('organisations.descriptionIn', { language: languageNames.pl })} hint={t('organisations.description.hint')} defaultValue={entry?.descriptions.pl} multiline lang="pl" maxLength={3000} optional />
      <Origin of="description" lang="pl" entry={entry} />
      {otherLanguages.map((lang) => (
        <Details key={lang} summary={t('organisations.inLanguage', { language: languageNames[lang] })} open={!!(entry?.names[lang] ?? entry?.descriptions[lang])}>
          <Field name={`names.${lang}`} label={t('organisations.nameIn', { language: languageNames[lang] })} defaultValue={entry?.names[lang]} lang={lang} optional />
          <Origin of="name" lang={lang} entry={entry} />
          <Field name={`descriptions.${lang}`} label={t('organisations.descriptionIn', { language: languageNames[lang] })} defaultValue={entry?.descriptions[lang]} multiline lang={lang} maxLength={3000} optional />
          <Origin of="description" lang={lang} entry={entry} />
        </Details>
      ))}
      <Select
        name="authoritativeLang" label={t('entries.authoritative')} hint={t('entries.authoritative.hint')} empty={t('entries.authoritative.first')} optional
        defaultValue={entry?.descriptions[entry.authoritativeLang] ? entry.authoritativeLang : ''} options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </section>
  );
}

function Origin({ of, lang, entry }: { of: 'name' | 'description'; lang: Lang; entry: EntryValues | undefined }) {
  const t = useT();
  const known = (of === 'name' ? entry?.nameOrigins : entry?.descriptionOrigins)?.[lang];
  const name = `${of}Origins.${lang}`;
  return (
    <div className="row origin">
      <Select
        name={`${name}.origin`} label={of === 'name' ? t('entries.nameOrigin') : t('entries.origin')} defaultValue={known?.origin ?? 'own'}
        options={textOrigins.map((value) => ({ value, label: t(`entries.origin.${value}` as const) }))}
      />
      <Field name={`${name}.by`} label={t('entries.by')} hint={t('entries.by.hint')} defaultValue={known?.by} width="medium" optional />
    </div>
  );
}
