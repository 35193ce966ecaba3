import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AppLoadContext } from '@remix-run/node';
import busboy from 'busboy';
import { largestFile } from '~/modules/files/rules';
import { readSigned } from './signed';
import { pathOf } from './store.server';
import { finishUpload, uploadSecret } from './uploads.server';

const sizeOf = async (file: string) => (await stat(file).catch(() => null))?.size ?? 0;
const refused = (status: number, error: string) => Response.json({ error }, { status });

/** Takes the bytes of an announced file: signed address, resumed where it broke off, never more than announced. */
export async function ingest(request: Request, load: AppLoadContext): Promise<Response> {
  const signed = readSigned(new URL(request.url), { base: `${load.origin}/ingest`, secret: await uploadSecret(load.db), now: load.now() });
  if (!signed) return refused(403, 'signature');
  const target = pathOf(load.config.dataDir, signed.key);
  const part = `${target}.part`;
  if (request.method === 'HEAD') return new Response(null, { headers: { 'x-ut-range-start': String(await sizeOf(part)) } });
  if (request.method !== 'PUT') return refused(405, 'method');
  if (!(signed.size > 0 && signed.size <= largestFile)) return refused(413, 'file.tooLarge');
  if (await stat(target).catch(() => null)) return refused(409, 'already here');

  await mkdir(path.dirname(target), { recursive: true });
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.get('range') ?? 'bytes=0-')?.[1] ?? NaN);
  const have = await sizeOf(part);
  if (!Number.isInteger(start) || start > have) return refused(416, 'range');
  if (have > start) await truncate(part, start);
  const seen = await receive(request, part, { start, size: signed.size }).catch(() => null);
  if (seen === null) {
    await rm(part, { force: true });
    return refused(400, 'body');
  }
  if (seen !== signed.size) return refused(400, 'unfinished');
  await rename(part, target);

  const md5 = createHash('md5');
  await pipeline(createReadStream(target), md5);
  const outcome = await finishUpload(load, request, signed.key, signed.name);
  if ('refused' in outcome) return Response.json({ error: outcome.refused }, { status: 422 });
  const url = `${load.origin}/files/${outcome.id}`;
  return Response.json({ url, appUrl: url, ufsUrl: url, fileHash: md5.digest('hex'), serverData: outcome });
}

async function receive(request: Request, part: string, { start, size }: { start: number; size: number }): Promise<number> {
  let seen = start;
  await new Promise<void>((resolve, reject) => {
    const parser = busboy({ headers: Object.fromEntries(request.headers) as never, limits: { files: 1, fields: 5 } });
    const writing: Promise<unknown>[] = [];
    parser.on('file', (_field, file) => {
      const limit = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          seen += chunk.length;
          done(seen > size ? new Error('larger than announced') : null, chunk);
        },
      });
      const job = pipeline(file, limit, createWriteStream(part, { flags: start > 0 ? 'a' : 'w' }));
      job.catch(reject);
      writing.push(job);
    });
    parser.on('close', () => Promise.all(writing).then(() => resolve(), reject));
    parser.on('error', reject);
    // Not pipeline(): what arrived before a client went away must stay on disk for the next HEAD.
    const source = Readable.fromWeb(request.body as never);
    source.on('error', reject);
    source.pipe(parser);
  });
  return seen;
}
