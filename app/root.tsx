import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useMatches, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorPage } from '~/http/error-page';
import { ClientEntry, useHead } from '~/http/head';
import { isLang } from '~/i18n/messages';
import { LangProvider, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PageShell } from '~/ui/page-shell';
import './styles/app.css';

function Document({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { theme } = useHead();
  const first = pathname.split('/')[1];
  const lang = isLang(first) ? first : 'pl';
  return (
    <html lang={lang} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
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
  return (
    <Document>
      <Shell>
        <div className="stack">
          <Refusal rule={rule?.rule} params={rule?.params} />
          <ErrorPage status={status} requestId={requestId} />
        </div>
      </Shell>
    </Document>
  );
}

function Refusal({ rule, params }: { rule: string | undefined; params: Record<string, string> | undefined }) {
  const t = useT();
  return rule ? <Notice tone="bad">{refusalSentence(t, rule, params)}</Notice> : null;
}
