import type { IncomingHttpHeaders } from 'node:http';
import { renderToStaticMarkup } from 'react-dom/server';
import { isLang, type Lang } from '~/i18n/messages';
import { LangProvider } from '~/i18n/react';
import { translator } from '~/i18n/translate';
import { ErrorPage, errorTitle } from './error-page';
import { readerLanguage } from './reader-language';

/** The language of a reader before any page knows it: the address says it, else the cookie or the browser. */
export function readerLang(path: string, headers: IncomingHttpHeaders): Lang {
  const first = path.split('/')[1];
  if (isLang(first)) return first;
  return readerLanguage({ get: (name) => String(headers[name] ?? '').slice(0, 500) });
}

type ErrorDocument = { status: number; lang: Lang; requestId: string; stylesheets: string[] };

/** A whole page for a request that never reached the pages of the portal. */
export function errorDocument({ status, lang, requestId, stylesheets }: ErrorDocument): string {
  const t = translator(lang);
  const page = (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${errorTitle(status, lang)} – ${t('errors.portal')}`}</title>
        {stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <header className="masthead">
          <div className="wrap row spread">
            <a className="brand" href={`/${lang}`}>
              <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
                <path
                  d="M30.6 9.4A15 15 0 1 0 35 20"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="6"
                  strokeLinecap="round"
                />
                <circle cx="33.5" cy="8" r="4" fill="#f2a33a" />
              </svg>
              <span>{t('errors.portal')}</span>
            </a>
          </div>
        </header>
        <main id="main" className="wrap">
          <LangProvider lang={lang}>
            <ErrorPage status={status} requestId={requestId} />
          </LangProvider>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
