import { isLang, type Lang } from '~/i18n/messages';

/** The language a reader chose before (cookie `lang`), else the first one the browser asks for that we have, else Polish. */
export function readerLanguage(headers: { get(name: string): string | null }): Lang {
  const chosen = /(?:^|;\s*)lang=(\w\w)/.exec(headers.get('cookie') ?? '')?.[1];
  if (isLang(chosen)) return chosen;
  const asked = (headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q = 'q=1'] = part.trim().split(';');
      return { lang: tag.slice(0, 2).toLowerCase(), weight: Number(q.replace('q=', '')) || 0 };
    })
    .sort((a, b) => b.weight - a.weight)
    .find(({ lang }) => isLang(lang));
  return isLang(asked?.lang) ? asked.lang : 'pl';
}
