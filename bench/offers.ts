import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { digest } from '~/shared/ids';
import { dayOf } from '~/shared/time';
import { prepareOffers, type Ready } from './kill-scene';

const ends = ['', '-wal', '-shm'];

/** A file with an open call and so many whole drafts, made once a day for each state of the tables, and who writes them. */
async function kept(count: number): Promise<{ file: string; offers: Ready[] }> {
  const journal = readFileSync('db/migrations/sqlite/meta/_journal.json', 'utf8') + readFileSync('bench/kill-scene.ts', 'utf8');
  const folder = join('node_modules', '.cache', 'bench');
  const file = join(folder, `offers-${count}-${dayOf(new Date())}-${createHash('sha256').update(journal).digest('hex').slice(0, 8)}.sqlite`);
  const list = `${file}.json`;
  if (existsSync(list)) return { file, offers: JSON.parse(readFileSync(list, 'utf8')) as Ready[] };
  mkdirSync(folder, { recursive: true });
  console.log(`  making ${count} offers (once)…`);
  for (const end of ends) rmSync(`${file}.part${end}`, { force: true });
  const offers = await prepareOffers(`${file}.part`, { count, origin: 'http://localhost' });
  renameSync(`${file}.part`, file);
  writeFileSync(list, JSON.stringify(offers));
  return { file, offers };
}

/** The drafts in a file of this run, with sessions that last. */
export async function offersIn(file: string, count: number): Promise<Ready[]> {
  const { file: whole, offers } = await kept(count);
  for (const end of ends) rmSync(file + end, { force: true });
  copyFileSync(whole, file);
  const db = new Sqlite(file);
  const prolong = db.prepare('update sessions set expires_at = ? where id = ?');
  const tomorrow = Date.now() + 12 * 3_600_000;
  db.transaction(() => {
    for (const { cookie } of offers) prolong.run(tomorrow, digest(cookie.split('=')[1] ?? ''));
  })();
  db.close();
  return offers;
}
