import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { declare } from '~/access/declare';
import { contextOf } from '~/http/request.server';
import { asResponse } from '~/http/respond.server';
import { pathOf } from '~/http/uploads/store.server';
import { getPublicLogo } from '~/modules/organisations/logo.server';

export const handle = declare({ see: 'public.read' });

/** The logo of a public entry; asked anew each time, so that safe mode takes it away at once. */
export async function loader({ request, params, context: load }: LoaderFunctionArgs) {
  const { context } = await contextOf(request, load);
  try {
    const { type, size, storageKey } = await getPublicLogo(context.db.read, params.slug ?? '');
    const headers = { 'Cache-Control': 'no-cache', ETag: `"${storageKey}"`, 'Content-Security-Policy': "default-src 'none'; sandbox" };
    if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers });
    const bytes = Readable.toWeb(createReadStream(pathOf(load.config.dataDir, storageKey)));
    return new Response(bytes as ReadableStream, { headers: { ...headers, 'Content-Type': type, 'Content-Length': String(size) } });
  } catch (error) {
    throw asResponse(error, context.actor, context.lang, request);
  }
}
