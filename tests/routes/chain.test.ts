import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { subjectNames } from '~/modules/audit/subject-names.server';
import { findReceipt } from '~/modules/receipts/queries.server';
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

    const events = await p.db.read.select({ subjectKind: p.db.t.events.subjectKind, subjectId: p.db.t.events.subjectId }).from(p.db.t.events);
    const names = await subjectNames(p.db.read, events);
    const nameless = events.filter(({ subjectKind, subjectId }) => !names.get(`${subjectKind} ${subjectId}`)).map(({ subjectKind }) => subjectKind);
    expect([...new Set(nameless)]).toEqual([]);
    expect([...new Set(events.map(({ subjectKind }) => subjectKind))]).toEqual(expect.arrayContaining(['comment', 'report', 'instalment', 'review']));

    const [report] = (await p.db.read.select().from(p.db.t.receipts)).filter(({ kind }) => kind === 'report');
    expect(await findReceipt(p.db.read, report!.number, report!.sha256)).toMatchObject({ number: expect.stringMatching(/^SP-/), valid: true });
    const letters = (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template === 'report.received');
    expect(JSON.stringify(letters)).toContain(`/r/${report!.number}/${report!.code}`);
  });
});
