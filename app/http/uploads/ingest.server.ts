import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AppLoadContext } from '@remix-run/node';
import busboy from 'busboy';
import { findByKey } from '~/modules/files/queries.server';
import { whyNotBegin } from '~/modules/files/rules';
import { readSigned } from './signed';
import { pathOf } from './store.server';
import { findIntent, finishUpload, sentenceFor, uploadSecret } from './uploads.server';

const sizeOf = async (file: string) => (await stat(file).catch(() => null))?.size ?? 0;
const refused = (status: number, error: string) => Response.json({ error }, { status });

/** More bytes came than the signed address allows. */
class TooManyBytes extends Error {}

/** Takes the bytes of an announced file: signed address, resumed where it broke off, never more than announced. */
export async function ingest(request: Request, load: AppLoadContext): Promise<Response> {
  const signed = readSigned(new URL(request.url), { base: `${load.origin}/ingest`, secret: await uploadSecret(load.db), now: load.now() });
  if (!signed) return refused(403, 'signature');
  const intent = await findIntent(load, request, signed.key);
  if (!intent) return refused(403, 'intent');
  const target = pathOf(load.config.dataDir, signed.key);
  const part = `${target}.part`;
  if (request.method === 'HEAD') return new Response(null, { headers: { 'x-ut-range-start': String((await sizeOf(target)) || (await sizeOf(part))) } });
  if (request.method !== 'PUT') return refused(405, 'method');
  const tooMuch = whyNotBegin(signed.size);
  if (tooMuch) return refused(413, sentenceFor(intent, tooMuch));
  // The answer to the last bytes may have been lost on its way; the same file is not kept twice.
  const before = await findByKey(load.db.read, signed.key);
  if (before) return kept(load, target, before);
  if (!(await stat(target).catch(() => null))) {
    const wrong = await receive(request, part, signed.size);
    if (wrong) return wrong;
    await rename(part, target);
  }
  const outcome = await finishUpload(load, request, intent, signed.name);
  if ('refused' in outcome) return refused(422, sentenceFor(intent, outcome.refused));
  return kept(load, target, outcome);
}

async function kept(load: AppLoadContext, target: string, file: { id: string }): Promise<Response> {
  const md5 = createHash('md5');
  await pipeline(createReadStream(target), md5);
  const url = `${load.origin}/files/${file.id}`;
  return Response.json({ url, appUrl: url, ufsUrl: url, fileHash: md5.digest('hex'), serverData: file });
}

/** Writes what comes behind what is there; an answer when the file is not whole after it. */
async function receive(request: Request, part: string, size: number): Promise<Response | null> {
  await mkdir(path.dirname(part), { recursive: true });
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.get('range') ?? 'bytes=0-')?.[1] ?? NaN);
  const have = await sizeOf(part);
  if (!Number.isInteger(start) || start > have) return refused(416, 'range');
  if (have > start) await truncate(part, start);
  try {
    const seen = await write(request, part, { start, size });
    return seen === size ? null : refused(400, 'unfinished');
  } catch (error) {
    // What arrived before a client went away stays for the next HEAD; a lie about the size leaves nothing.
    if (error instanceof TooManyBytes) await rm(part, { force: true });
    return refused(error instanceof TooManyBytes ? 413 : 400, 'body');
  }
}

async function write(request: Request, part: string, { start, size }: { start: number; size: number }): Promise<number> {
  let seen = start;
  const writing: Promise<unknown>[] = [];
  const coming = new Promise<void>((resolve, reject) => {
    const parser = busboy({ headers: Object.fromEntries(request.headers) as never, limits: { files: 1, fields: 5 } });
    parser.on('file', (_field, file) => {
      const limit = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          seen += chunk.length;
          done(seen > size ? new TooManyBytes() : null, chunk);
        },
      });
      const job = pipeline(file, limit, createWriteStream(part, { flags: start > 0 ? 'a' : 'w' }));
      job.catch(reject);
      writing.push(job);
    });
    parser.on('close', resolve);
    parser.on('error', reject);
    // Not pipeline(): that would throw away what the parser still holds when the client goes.
    const source = Readable.fromWeb(request.body as never);
    source.on('error', (error) => {
      parser.destroy(error);
      reject(error);
    });
    source.pipe(parser);
  });
  const failed = await coming.then(() => null, (error: Error) => error);
  const written = await Promise.allSettled(writing);
  const tooMany = written.find((job): job is PromiseRejectedResult => job.status === 'rejected' && job.reason instanceof TooManyBytes);
  if (tooMany) throw new TooManyBytes();
  if (failed) throw failed;
  return seen;
}
