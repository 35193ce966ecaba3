import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { Context } from '~/access/context';
import type { RuleCode } from '~/i18n/codes';
import { attachFile, type Arrived, type FileSubject } from '~/modules/files/commands.server';
import { harmIn } from '~/modules/files/inspect';
import { shownName, whyNotBegin, whyNotKeep } from '~/modules/files/rules';
import { RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';

/** Where the bytes of a file lie; keys are made by us and hold letters and digits only. */
export function pathOf(dataDir: string, key: string): string {
  if (!/^[A-Za-z0-9]{20,64}$/.test(key)) throw new Error('not a storage key');
  return path.join(dataDir, 'uploads', key);
}

// A few kilobytes can unfold into a picture that fills the memory.
const mostPixels = 60_000_000;

/** Makes a picture anew from its pixels, so that no place, no camera and no hidden bytes stay in it. */
async function remakePicture(file: string, type: string): Promise<RuleCode | null> {
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(await readFile(file), { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }).rotate();
    await writeFile(`${file}.part`, await (type === 'image/png' ? picture.png() : picture.jpeg({ quality: 88 })).toBuffer());
    await rename(`${file}.part`, file);
    return null;
  } catch {
    return 'file.picture';
  }
}

/** Looks at bytes that lie on disk: their true type, what is inside, size and SHA-256; a picture is made anew. */
export async function lookAt(dataDir: string, storageKey: string, name: string): Promise<Arrived> {
  const file = pathOf(dataDir, storageKey);
  const sent = (await stat(file)).size;
  const type = await typeOf(file, sent);
  const known = whyNotKeep({ name: shownName(name), type, size: sent }) === null;
  const harm = !known ? null : type?.startsWith('image/') ? await remakePicture(file, type) : harmIn(type, await readFile(file));
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(file), sha256);
  return { storageKey, name, type, size: (await stat(file)).size, sha256: sha256.digest('hex'), sent, harm };
}

async function typeOf(file: string, size: number): Promise<string | undefined> {
  const handle = await open(file);
  const head = Buffer.alloc(Math.min(size, 64 * 1024));
  await handle.read(head, 0, head.length, 0).finally(() => handle.close());
  return (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
}

/** Attaches a file that came with a form (scripts off); bytes that are refused are forgotten. */
export async function attachFromForm(context: Context, subject: FileSubject, file: File | undefined, dataDir: string): Promise<{ id: string }> {
  const wrongSize = whyNotBegin(file?.size ?? 0);
  if (!file || wrongSize) throw new RuleViolation(wrongSize ?? 'file.empty', 'file');
  const arrived = await keepForm(dataDir, file);
  try {
    return await attachFile(context, subject, arrived);
  } catch (error) {
    await forget(dataDir, arrived.storageKey);
    throw error;
  }
}

async function keepForm(dataDir: string, file: File): Promise<Arrived> {
  const storageKey = newId();
  const target = pathOf(dataDir, storageKey);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(`${target}.part`, Buffer.from(await file.arrayBuffer()));
  await rename(`${target}.part`, target);
  return lookAt(dataDir, storageKey, file.name);
}

/** Forgets bytes that were refused. */
export async function forget(dataDir: string, storageKey: string): Promise<void> {
  await rm(pathOf(dataDir, storageKey), { force: true });
}
