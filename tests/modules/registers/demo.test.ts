import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { seedDemo } from '#db/seed/run';
import { listPatronages } from '~/modules/organisations/patronages.server';
import { eachEngine, monday, portal } from '../../support/portal';

eachEngine((engine) => {
  test('the demo has snapshots, an organisation in liquidation and two groups', { timeout: 120_000 }, async () => {
    const p = await portal(engine);
    await seedDemo(p.db, { now: monday });
    const { organisations: o, registrySnapshots, patronages, outbox } = p.db.t;
    const rows = await p.db.read.select({ id: o.id, name: o.name, standing: o.registerStanding, status: o.status, krs: o.krs }).from(o).where(eq(o.status, 'verified'));
    expect(rows.filter(({ standing }) => standing === 'in_liquidation').map(({ name }) => name)).toEqual(['Stowarzyszenie Dawny Przystanek']);
    expect(rows.filter(({ krs, standing }) => krs && standing === 'not_asked')).toEqual([]);
    expect((await p.db.read.select({ id: registrySnapshots.id }).from(registrySnapshots)).length).toBeGreaterThan(10);
    expect((await p.db.read.select({ status: patronages.status }).from(patronages)).map(({ status }) => status).toSorted()).toEqual(['active', 'proposed']);
    const rondo = rows.find(({ name }) => name === 'Grupa sąsiedzka Rondo');
    expect(await listPatronages(p.db.read, rondo?.id ?? '')).toMatchObject([{ name: 'Federacja Organizacji Samopomocowych Razem' }]);
    // Two officers, one organisation: each heard once.
    expect(await p.db.read.select({ to: outbox.toEmail }).from(outbox).where(eq(outbox.template, 'organisation.registerAlarm'))).toHaveLength(2);
  });
});
