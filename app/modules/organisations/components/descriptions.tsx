import { languageNames, languages, type Lang } from '~/i18n/messages';
import { OwnText } from '~/ui/own-text';

/** What the organisation wrote of itself, in every language in which it did. */
export function Descriptions({ descriptions }: { descriptions: Partial<Record<Lang, string>> }) {
  return languages.map((lang) => {
    const text = descriptions[lang];
    return text ? (
      <div className="stack" key={lang}>
        <h3 lang={lang}>{languageNames[lang]}</h3>
        <OwnText lang={lang}>{text}</OwnText>
      </div>
    ) : null;
  });
}
