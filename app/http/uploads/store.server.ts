import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { Context } from '~/access/context';
import { attachFile, type Arrived, type FileSubject } from '~/modules/files/commands.server';
import { whyNotBegin } from '~/modules/files/rules';
import { RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';

/** Where the bytes of a file lie; keys are made by us and hold letters and digits only. */
export function pathOf(dataDir: string, key: string): string {
  if (!/^[A-Za-z0-9]{20,64}$/.test(key)) throw new Error('not a storage key');
  return path.join(dataDir, 'uploads', key);
}

/** Looks at bytes that lie on disk: their true type, size and SHA-256. */
export async function lookAt(dataDir: string, storageKey: string, name: string): Promise<Arrived> {
  const file = pathOf(dataDir, storageKey);
  const { size } = await stat(file);
  const handle = await open(file);
  const head = Buffer.alloc(Math.min(size, 64 * 1024));
  await handle.read(head, 0, head.length, 0).finally(() => handle.close());
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(file), sha256);
  const type = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
  return { storageKey, name, type, size, sha256: sha256.digest('hex') };
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
