import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database, type Tx } from '#db/open.server';
import { oneWriter, sqliteConnection } from '#db/one-writer.server';

const folder = mkdtempSync(path.join(tmpdir(), 'portal-writer-'));
const file = path.join(folder, 'portal.db');
let db: Database;
/** What is on disk, seen from another connection: only what was committed. */
let onDisk: () => string[];

beforeAll(async () => {
  db = await openDatabase(file);
  await db.migrate();
  const other = new Sqlite(file, { readonly: true });
  const names = other.prepare('select name from counters order by name').pluck();
  onDisk = () => names.all() as string[];
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => db.tx(async (tx) => void (await tx.delete(tx.t.counters))));

const put = (tx: Tx, name: string, value = 1) => tx.insert(tx.t.counters).values({ name, value });

test('commands that wait at the same time share one commit, and each is acknowledged only when it is on disk', async () => {
  const before = db.commits() ?? 0;
  const seen: string[][] = [];
  const acknowledged = ['a', 'b', 'c'].map((name) =>
    db
      .tx(async (tx) => {
        await put(tx, name);
        seen.push(onDisk());
      })
      .then(() => onDisk()),
  );
  expect(await Promise.all(acknowledged)).toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']]);
  expect(seen).toEqual([[], [], []]);
  expect((db.commits() ?? 0) - before).toBeLessThanOrEqual(2);
});

test('when the commit fails, nobody of the group is acknowledged and nothing is kept; the next group is', async () => {
  const raw = new Sqlite(':memory:');
  raw.exec('pragma foreign_keys = on; create table parent (id integer primary key); create table child (id integer primary key, parent integer references parent deferrable initially deferred)');
  const writer = oneWriter(sqliteConnection(raw));
  const insert = (sql: string) => writer.write(async () => void raw.exec(sql));
  // The missing parent is found only at the commit, so this command itself ends well.
  const ended = await Promise.allSettled([insert('insert into parent values (1)'), insert('insert into child values (1, 99)'), writer.write(() => Promise.reject(new Error('refused')))]);
  expect(ended.map((one) => (one.status === 'rejected' ? (one.reason as { code?: string }).code : one.status))).toEqual(Array(3).fill('SQLITE_CONSTRAINT_FOREIGNKEY'));
  expect(raw.prepare('select count(*) from parent').pluck().get()).toBe(0);
  await insert('insert into parent values (2)');
  expect(raw.prepare('select id from parent').pluck().all()).toEqual([2]);
});

test('when SQLite itself ends the transaction, the whole group hears so', async () => {
  const raw = new Sqlite(':memory:');
  raw.exec('create table kept (id integer primary key)');
  const writer = oneWriter(sqliteConnection(raw));
  const ended = await Promise.allSettled([
    writer.write(async () => void raw.exec('insert into kept values (1)')),
    // What a full disk does.
    writer.write(async () => {
      raw.exec('rollback');
      throw new Error('database or disk is full');
    }),
  ]);
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await writer.write(async () => void raw.exec('insert into kept values (2)'));
  expect(raw.prepare('select id from kept').pluck().all()).toEqual([2]);
});
