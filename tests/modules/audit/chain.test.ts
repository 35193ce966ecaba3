import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { record } from '~/modules/audit/commands.server';
import { firstBrokenEvent } from '~/modules/audit/queries.server';
import { eachEngine, portal, type Portal } from '../../support/portal';

const happen = (p: Portal, n: number) =>
  p.db.tx(async (tx) => {
    await record(tx, p.as({ kind: 'system' }), { event: 'ranking.drawn', subject: { kind: 'call', id: `call-${n}` }, detail: { offers: n } });
  });

eachEngine((engine) => {
  describe('the audit log', () => {
    test('is whole after many writers at once', async () => {
      const p = await portal(engine);
      await Promise.all(Array.from({ length: 30 }, (_, n) => happen(p, n)));
      expect(await firstBrokenEvent(p.db.read)).toBeNull();
    });

    test.each(['changed', 'dropped', 'swapped'] as const)('names the first event of a chain with a row %s', async (how) => {
      const p = await portal(engine);
      for (let n = 0; n < 6; n += 1) await happen(p, n);
      const { events } = p.db.t;
      const [{ seq: last } = { seq: 0 }] = await p.db.read.select({ seq: events.seq }).from(events).orderBy(events.seq).limit(1).offset(3);
      await p.db.tx(async (tx) => {
        if (how === 'changed') await tx.update(events).set({ subjectId: 'other' }).where(eq(events.seq, last));
        if (how === 'dropped') await tx.delete(events).where(eq(events.seq, last));
        if (how === 'swapped') {
          await tx.update(events).set({ seq: 900 }).where(eq(events.seq, last));
          await tx.update(events).set({ seq: last }).where(eq(events.seq, last + 1));
          await tx.update(events).set({ seq: last + 1 }).where(eq(events.seq, 900));
        }
      });
      expect(await firstBrokenEvent(p.db.read)).toBe(how === 'dropped' ? last + 1 : last);
    });

    test('the key of a form is spent with the command: the same key again changes nothing', async () => {
      const p = await portal(engine);
      const once = () =>
        p.db.tx(async (tx) => {
          await record(tx, p.as({ kind: 'system' }, { requestKey: 'key-of-one-form-0001' }), { event: 'ranking.drawn', subject: { kind: 'call', id: 'c' } });
        });
      await once();
      const before = (await p.db.read.select().from(p.db.t.events)).length;
      await expect(once()).rejects.toThrow();
      expect((await p.db.read.select().from(p.db.t.events)).length).toBe(before);
    });
  });
});
