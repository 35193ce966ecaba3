import { useLang, useT } from '~/i18n/react';
import { Details } from '~/ui/details';
import { OwnText } from '~/ui/own-text';
import type { WordsShown } from '../profile.server';

/** What the organisation says of itself, with where each text comes from. */
export function ProfileWords({ words }: { words: WordsShown }) {
  const t = useT();
  const lang = useLang();
  const { description, counts, others } = words;
  if (!description && others.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('organisations.about')}</h2>
      {description && description.lang !== lang ? <p className="hint">{t('organisations.wordsIn', { language: t(`programme.language.${description.lang}` as const) })}</p> : null}
      {description ? <OwnText lang={description.lang}>{description.text}</OwnText> : null}
      {description?.note ? <p className="hint">{description.note}</p> : null}
      {counts ? <p className="hint">{counts}</p> : null}
      {others.length > 0 ? (
        <Details summary={t('entries.otherLanguages')}>
          {others.map((other) => (
            <div className="stack" key={other.lang}>
              <h3 lang={other.lang}>{other.name ? other.name.text : other.language}</h3>
              {other.name?.note ? <p className="hint">{other.name.note}</p> : null}
              {other.description ? <OwnText lang={other.lang}>{other.description.text}</OwnText> : null}
              {other.description?.note ? <p className="hint">{other.description.note}</p> : null}
            </div>
          ))}
        </Details>
      ) : null}
    </section>
  );
}
