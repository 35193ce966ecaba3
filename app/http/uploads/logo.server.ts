import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from '~/access/context';
import { reencode, refuseLogo, setLogo } from '~/modules/organisations/logo.server';
import { RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { forget, pathOf } from './store.server';

/** Keeps the logo that came with the form, made anew from its pixels; the bytes that were sent are never stored. */
export async function keepLogo(context: Context, organisationId: string, file: File | undefined, dataDir: string): Promise<void> {
  await refuseLogo(context, organisationId);
  if (!file) throw new RuleViolation('logo.none', 'file');
  const bytes = await reencode(new Uint8Array(await file.arrayBuffer()));
  const storageKey = newId();
  const target = pathOf(dataDir, storageKey);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(`${target}.part`, bytes);
  await rename(`${target}.part`, target);
  try {
    await setLogo(context, organisationId, { storageKey, name: 'logo.png', type: 'image/png', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  } catch (error) {
    await forget(dataDir, storageKey);
    throw error;
  }
}
