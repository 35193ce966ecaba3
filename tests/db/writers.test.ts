import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Database, Tx } from '#db/open.server';
import { eachEngine, portal } from '../support/portal';

eachEngine((engine) => {
  let db: Database;
  beforeEach(async () => {
    ({ db } = await portal(engine));
    await db.tx(async (tx) => void (await tx.delete(tx.t.counters)));
  });

  const put = (tx: Tx, name: string, value = 1) => tx.insert(tx.t.counters).values({ name, value });
  const valueOf = async (name: string) => (await db.read.select().from(db.t.counters).where(eq(db.t.counters.name, name)))[0]?.value;
  const onDisk = async () => (await db.read.select().from(db.t.counters).orderBy(asc(db.t.counters.name))).map(({ name }) => name);

  test('a command that is refused takes back its own writing and nobody else’s', async () => {
    const first = db.tx(async (tx) => void (await put(tx, 'a')));
    const refused = db.tx(async (tx) => {
      await put(tx, 'b');
      throw new Error('refused');
    });
    const twice = db.tx(async (tx) => void (await put(tx, 'a')));
    const last = db.tx(async (tx) => void (await put(tx, 'c')));
    const ended = await Promise.allSettled([first, refused, twice, last]);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await onDisk()).toEqual(['a', 'c']);
  });

  test('a command reads what those before it wrote, inside and through db.read, and nothing of a refused one', async () => {
    const read: (number | undefined)[] = [];
    await Promise.allSettled([
      db.tx(async (tx) => void (await put(tx, 'sum', 1))),
      db.tx(async (tx) => {
        await tx.update(tx.t.counters).set({ value: 100 });
        throw new Error('refused');
      }),
      db.tx(async (tx) => {
        read.push(await valueOf('sum'));
        await tx.update(tx.t.counters).set({ value: (await valueOf('sum'))! + 1 });
      }),
    ]);
    expect(read).toEqual([1]);
    expect(await valueOf('sum')).toBe(2);
  });

  test('who only reads sees nothing before the commit', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const writing = db.tx(async (tx) => {
      await put(tx, 'a');
      await gate;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await valueOf('a')).toBeUndefined();
    go();
    await writing;
    expect(await valueOf('a')).toBe(1);
  });

  test('a transaction inside a transaction is refused, and the one around it can go on', async () => {
    await db.tx(async (tx) => {
      await put(tx, 'a');
      await expect(db.tx(async (inner) => void (await put(inner, 'b')))).rejects.toThrow('inside a transaction');
    });
    expect(await onDisk()).toEqual(['a']);
  });

  test('two hundred commands at once all come through, in the order in which they came', async () => {
    const order: number[] = [];
    await Promise.all(Array.from({ length: 200 }, (_, n) => db.tx(async (tx) => void (await put(tx, `n${n}`))).then(() => order.push(n))));
    expect(order).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(await onDisk()).toHaveLength(200);
  });

  test('who reads is answered while many wait to write', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const waiting = Array.from({ length: 40 }, (_, n) => db.tx(async (tx) => {
      await put(tx, `n${n}`);
      await gate;
    }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await onDisk()).toEqual([]);
    go();
    await Promise.all(waiting);
    expect(await onDisk()).toHaveLength(40);
  });

  test('a command that meets another process is run again, and its first run leaves nothing', async () => {
    let runs = 0;
    await db.tx(async (tx) => {
      await put(tx, 'a', (runs += 1));
      // What PostgreSQL says when two transactions cannot both have come first.
      if (runs === 1 && engine === 'postgresql') throw Object.assign(new Error('could not serialize access'), { code: '40001' });
    });
    expect([runs, await valueOf('a')]).toEqual(engine === 'postgresql' ? [2, 2] : [1, 1]);
  });
});
