import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ReactNode } from 'react';
import { accountOf } from '~/http/account.server';
import { ClientEntry } from '~/http/client-entry';
import { ErrorPage } from '~/http/error-page';
import { contextOf } from '~/http/request.server';
import { themeOf } from '~/http/theme';
import { isLang } from '~/i18n/messages';
import { LangProvider, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PageShell } from '~/ui/page-shell';
import './styles/app.css';

/** What the head of every page shows: who is signed in, the theme, whether this is a demo. */
export async function loader({ request, context: load }: LoaderFunctionArgs) {
  const { context } = await contextOf(request, load);
  return { account: accountOf(context), theme: themeOf(request.headers.get('cookie')), mailShown: load.mailShown, demo: load.demo, requestId: load.requestId };
}

function Document({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const data = useRouteLoaderData<typeof loader>('root');
  const first = pathname.split('/')[1];
  const lang = isLang(first) ? first : 'pl';
  return (
    <html lang={lang} data-theme={data?.theme === 'system' ? undefined : data?.theme}>
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
  const data = useRouteLoaderData<typeof loader>('root');
  return (
    <PageShell
      path={pathname}
      query={search}
      account={data?.account ?? null}
      theme={data?.theme ?? 'system'}
      {...(wide ? { wide } : {})}
      {...(data?.demo ? { demo: { label: t('ui.demo'), href: `/${t.lang}/mailbox`, link: t('ui.demoMailbox') } } : {})}
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
  const data = useRouteLoaderData<typeof loader>('root');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const rule = isRouteErrorResponse(error) ? (error.data as { rule?: string; params?: Record<string, string> } | null) : null;
  return (
    <Document>
      <Shell>
        <div className="stack">
          <Refusal rule={rule?.rule} params={rule?.params} />
          <ErrorPage status={status} requestId={data?.requestId} />
        </div>
      </Shell>
    </Document>
  );
}

function Refusal({ rule, params }: { rule: string | undefined; params: Record<string, string> | undefined }) {
  const t = useT();
  return rule ? <Notice tone="bad">{refusalSentence(t, rule, params)}</Notice> : null;
}
