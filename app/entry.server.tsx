import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import type { Kept, RouteAccess } from '~/access/declare';
import { accountOf } from '~/http/account.server';
import { HeadProvider, type Head } from '~/http/head';
import { contextOf } from '~/http/request.server';
import { themeOf } from '~/http/theme';
import { newId } from '~/shared/ids';
import { FormStateProvider, type Noticed, type RefusedForm } from '~/ui/form';
import { faultForLog, pathForLog, writeLine } from '~/http/request-log';

// The process is built together with its pages: what both use is there once.
export { run, startPortal } from '../server';

/**
 * Answers with the whole page at once. Nothing is streamed and no hydration data is sent: that is
 * 2.7 times faster, and every page is finished HTML.
 */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, load: AppLoadContext) {
  const head = await headOf(request, load, context.manifest.entry.module);
  const refused = refusedForm(context);
  const noticed: Noticed | null = refused && { labels: new Map(), folds: new Set() };
  const requestKey = newId();
  const render = () => renderToString(
    <HeadProvider value={head}>
      <FormStateProvider state={refused} requestKey={requestKey} noticed={noticed}>
        <RemixServer context={context} url={request.url} />
      </FormStateProvider>
    </HeadProvider>,
  );
  const once = render();
  const page = refused ? render() : once;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const { actionHeaders, loaderHeaders } = context.staticHandlerContext;
  // Remix leaves out what a refusal says about when to come back.
  const wait = [...Object.values(actionHeaders), ...Object.values(loaderHeaders)].map((from) => from.get('Retry-After')).find(Boolean);
  if (wait) headers.set('Retry-After', wait);
  const html = `<!doctype html>${page}`;
  const kept = status === 200 && !headers.has('Set-Cookie') ? keptAs(context) : undefined;
  // The key of a form counts once, so a page with such a form is made for one reader.
  if (kept && load.keep && !html.includes('name="_key"'))
    for (const [name, value] of Object.entries(load.keep(html, kept))) headers.set(name, value);
  if (!load.direct) return new Response(html, { status, headers });
  load.direct.html = html;
  return new Response(null, { status, headers });
}

/** Who reads the page, and how it should look; a page that tells of a fault is shown even when nobody can say who reads it. */
async function headOf(request: Request, load: AppLoadContext, script: string): Promise<Head> {
  const account = await contextOf(request, load).then(({ context }) => accountOf(context), () => null);
  return { script, account, theme: themeOf(request.headers.get('cookie')), demo: load.demo, requestId: load.requestId };
}

/** How the page declares that it may be kept. */
function keptAs({ staticHandlerContext, routeModules }: EntryContext): Kept | undefined {
  const page = staticHandlerContext.matches.at(-1)?.route.id;
  return page === undefined ? undefined : (routeModules[page]?.handle as Partial<RouteAccess> | undefined)?.kept;
}

/** What the action of this request gave back because the form was refused. */
function refusedForm({ staticHandlerContext }: EntryContext): RefusedForm | null {
  const [data] = Object.values(staticHandlerContext.actionData ?? {});
  return data && typeof data === 'object' && 'errors' in data ? (data as RefusedForm) : null;
}

/** A fault that nobody expected: logged here, once, under the number the person sees on the page. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return;
  const status = (error as { status?: number } | null)?.status;
  // Unknown addresses and wrong methods are answers, not faults; the request log has them already.
  if (status !== undefined && status < 500) return;
  writeLine({
    level: 'error',
    id: context?.requestId,
    method: request.method,
    path: pathForLog(new URL(request.url).pathname),
    ...faultForLog(error),
  });
}
