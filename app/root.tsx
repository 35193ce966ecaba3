import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useMatches, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorPage, errorTitle } from '~/http/error-page';
import { ClientEntry, useHead } from '~/http/head';
import { isLang } from '~/i18n/messages';
import { LangProvider, useT } from '~/i18n/react';
import { refusalSentence, translator } from '~/i18n/translate';
import { ErrorSummary } from '~/ui/error-summary';
import { PageShell } from '~/ui/page-shell';
import './styles/app.css';

function useLangOfPath() {
  const first = useLocation().pathname.split('/')[1];
  return isLang(first) ? first : 'pl';
}

function Document({ title, children }: { title?: string; children: ReactNode }) {
  const { theme } = useHead();
  const lang = useLangOfPath();
  return (
    <html lang={lang} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {title ? <title>{title}</title> : <Meta />}
        <Links />
        <ClientEntry />
      </head>
      <body>
        <LangProvider lang={lang}>{children}</LangProvider>
      </body>
    </html>
  );
}

function Shell({ children, wide }: { children: ReactNode; wide?: boolean }) {
  const t = useT();
  const { pathname, search } = useLocation();
  const { account, theme, demo } = useHead();
  return (
    <PageShell
      path={pathname}
      query={search}
      account={account}
      theme={theme}
      {...(wide ? { wide } : {})}
      {...(demo ? { demo: { label: t('ui.demo'), href: `/${t.lang}/mailbox`, link: t('ui.demoMailbox') } } : {})}
    >
      {children}
    </PageShell>
  );
}

export default function App() {
  const matches = useMatches();
  const wide = matches.some(({ handle }) => (handle as { wide?: boolean } | undefined)?.wide);
  return (
    <Document>
      <Shell wide={wide}>
        <ErrorSummary />
        <Outlet />
      </Shell>
    </Document>
  );
}

/** Any page that could not be shown, in the reader's language. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useHead();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const rule = isRouteErrorResponse(error) ? (error.data as { rule?: string; params?: Record<string, string> } | null) : null;
  const lang = useLangOfPath();
  const t = translator(lang);
  const sentence = rule?.rule && refusalSentence(t, rule.rule, rule.params);
  return (
    <Document title={`${sentence || errorTitle(status, lang)} · ${t('ui.portalName')}`}>
      <Shell>
        <ErrorPage status={status} rule={sentence || undefined} requestId={requestId} />
      </Shell>
    </Document>
  );
}
