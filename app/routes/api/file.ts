import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { readerLanguage } from '~/http/reader-language';
import { contextOf } from '~/http/request.server';
import { asResponse } from '~/http/respond.server';
import { pathOf } from '~/http/uploads/store.server';
import { subjectOf } from '~/http/uploads/subject.server';
import { refusalSentence, translator } from '~/i18n/translate';
import { getFile } from '~/modules/files/queries.server';
import { whyNotHandOut } from '~/modules/files/rules';

export const handle = declare({ see: 'file.read' });

/** A file by our own id, after asking the policy each time; always as an attachment that runs nothing. */
export async function loader({ request, params, context: load }: LoaderFunctionArgs) {
  const { context } = await contextOf(request, load);
  try {
    const file = await getFile(context.db.read, params.id ?? '');
    authorise(context.actor, 'file.read', await subjectOf(context.db.read, file.purpose, file.subjectId, context.now));
    const blocked = whyNotHandOut(file, { scanner: load.config.clamd !== undefined, reader: actorId(context.actor) });
    if (blocked) return new Response(refusalSentence(translator(readerLanguage(request.headers)), blocked), { status: 409, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } });
    const bytes = Readable.toWeb(createReadStream(pathOf(load.config.dataDir, file.storageKey)));
    return new Response(bytes as ReadableStream, {
      headers: {
        'Content-Type': file.type,
        'Content-Length': String(file.size),
        'Content-Disposition': `attachment; filename="file.${file.name.split('.').pop()}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    throw asResponse(error, context.actor, context.lang, request);
  }
}
