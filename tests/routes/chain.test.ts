import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eachEngine, monday, portal } from '../support/portal';
import { walkMainJob } from './chain-whole';

eachEngine((engine) => {
  test('one grant goes from registration to settlement through forms and links alone, and a resident is heard', async () => {
    const p = await portal(engine);
    const { head } = await walkMainJob(p, { now: monday });
    await head.open('/pl/office/audit');
    expect(head.html()).toContain('Łańcuch jest cały');
    const [{ n } = { n: 0 }] = await p.db.raw(sql`select count(distinct event) as n from events`);
    expect(Number(n)).toBeGreaterThan(40);
  });
});
