import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import type { Scanner, Verdict } from './clamd.server';
import { scanAgainAfter } from './rules';

type Waiting = { id: string; name: string; storageKey: string; uploadedBy: string };
const atOnce = 20;

/** Files nobody looked at for viruses yet, and those where the scanner failed some time ago; the oldest first. */
function listWaiting({ db, now }: Context): Promise<Waiting[]> {
  const { files } = db.t;
  const again = and(eq(files.scan, 'failed'), lt(files.scannedAt, new Date(now.getTime() - scanAgainAfter)));
  return db.read
    .select({ id: files.id, name: files.name, storageKey: files.storageKey, uploadedBy: files.uploadedBy })
    .from(files)
    .where(and(isNull(files.removedAt), or(eq(files.scan, 'unchecked'), again)))
    .orderBy(asc(files.uploadedAt))
    .limit(atOnce);
}

/**
 * Lets the scanner look at files that arrived. What it finds is blocked and told to whoever sent it and to the City;
 * where it fails the file stays unchecked and is tried again later.
 */
export async function scanFiles(context: Context, scan: Scanner, folder: string): Promise<{ scanned: number; failed: number }> {
  authorise(context.actor, 'file.scan', {});
  const waiting = await listWaiting(context);
  let failed = 0;
  for (const file of waiting) {
    const verdict = await scan(createReadStream(join(folder, file.storageKey))).catch(() => null);
    if (!verdict) failed += 1;
    await context.db.tx((tx) => settle(tx, context, file, verdict));
  }
  return { scanned: waiting.length - failed, failed };
}

async function settle(tx: Tx, context: Context, file: Waiting, verdict: Verdict | null): Promise<void> {
  const { files, people } = tx.t;
  const scan = verdict === null ? ('failed' as const) : verdict.clean ? ('clean' as const) : ('infected' as const);
  const found = verdict?.clean === false ? verdict.found : null;
  await tx.update(files).set({ scan, scannedAt: context.now, scanFound: found }).where(eq(files.id, file.id));
  if (!found) return;
  await record(tx, context, { event: 'file.infected', subject: { kind: 'file', id: file.id }, detail: { found } });
  const [sender] = await tx.select({ email: people.email, lang: people.lang }).from(people).where(eq(people.id, file.uploadedBy));
  if (sender) await tellLater(tx, context, { template: 'file.infected', to: sender, params: { name: file.name, found }, link: '/desk' });
  // The City learns that it happened, not what a draft holds.
  for (const to of await listPeopleWithRole(tx, 'officer')) await tellLater(tx, context, { template: 'file.infectedToCity', to, params: { found }, link: '/office' });
}
