import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { and, isNull, lt } from 'drizzle-orm';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { unfinishedAfter } from './rules';

/** Forgets what was begun and not finished within a day: announced uploads and the pieces of files that arrived for them. */
export async function forgetUnfinished(context: Context, folder: string): Promise<{ intents: number; pieces: number }> {
  const { db, actor, now } = context;
  authorise(actor, 'file.tidy', {});
  const before = new Date(now.getTime() - unfinishedAfter);
  const intents = await db.tx((tx) => {
    const { uploadIntents } = tx.t;
    return tx.delete(uploadIntents).where(and(lt(uploadIntents.createdAt, before), isNull(uploadIntents.result))).returning({ key: uploadIntents.fileKey });
  });
  let pieces = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith('.part')) continue;
    const file = path.join(folder, name);
    const last = (await stat(file).catch(() => null))?.mtime;
    if (!last || last >= before) continue;
    await rm(file, { force: true });
    pieces += 1;
  }
  return { intents: intents.length, pieces };
}
