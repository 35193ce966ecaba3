import { useLang, useT } from '~/i18n/react';
import type { Lang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';

const pages = [400, 403, 404, 409, 410, 413, 429, 500] as const;
type Page = (typeof pages)[number];

/** The page that stands for a status: its own, or that of the first status of its hundred. */
export function errorPageFor(status: number): Page {
  return pages.find((page) => page === status) ?? (status >= 500 ? 500 : 400);
}

/** The title of the error page, for the browser's tab. */
export function errorTitle(status: number, lang: Lang): string {
  return translator(lang)(`errors.${errorPageFor(status)}.title` as const);
}

/** What a person reads instead of the page: what happened or which rule stands against it, what to do now, and the number to quote. */
export function ErrorPage({ status, rule, requestId }: { status: number; rule?: string | undefined; requestId?: string | undefined }) {
  const t = useT();
  const lang = useLang();
  const page = errorPageFor(status);
  return (
    <div className="stack">
      <h1>{rule ?? t(`errors.${page}.title` as const)}</h1>
      <p>{t(rule ? 'errors.rule.text' : (`errors.${page}.text` as const))}</p>
      {page === 500 && requestId ? <p className="hint">{t('errors.number', { id: requestId })}</p> : null}
      <p>
        <a className="button" href={`/${lang}`}>
          {t('errors.home')}
        </a>
      </p>
    </div>
  );
}
