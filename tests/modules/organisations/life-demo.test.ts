import { expect, test } from 'vitest';
import { seedDemo } from '#db/seed/run';
import { listOpenChanges } from '~/modules/organisations/changes.server';
import { listOpenClaims } from '~/modules/organisations/claims.server';
import { listSuspects } from '~/modules/organisations/merges.server';
import { listOrganisationsForOffice } from '~/modules/organisations/queries.server';
import { confirmationOf } from '~/modules/organisations/rules-of-life';
import { listOpenSuggestions } from '~/modules/organisations/suggestions.server';
import { eachEngine, monday, portal } from '../../support/portal';

eachEngine((engine) => {
  test('the demo shows an entry in every turn of its life', { timeout: 120_000 }, async () => {
    const p = await portal(engine);
    await seedDemo(p.db, { now: monday });
    const { read } = p.db;
    const statuses = new Set((await listOrganisationsForOffice(read)).map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining(['submitted', 'needs_correction', 'verified', 'unclaimed', 'suspended']));
    expect(await listOpenChanges(read)).toMatchObject([{ after: { name: 'Stowarzyszenie Czerkasy–Kraków Razem' } }]);
    expect(await listOpenClaims(read)).toMatchObject([{ name: 'Klub Sąsiedzki Przykład' }]);
    expect(await listOpenSuggestions(read)).toMatchObject([{ topic: 'hours' }]);
    expect((await listSuspects(read)).map(({ first, second }) => [first.name, second.name])).toEqual([['Fundacja Lotus', 'Lotus Kraków']]);
    const { organisations: o } = p.db.t;
    const stages = (await read.select({ confirmedAt: o.confirmedAt, status: o.status }).from(o)).flatMap(({ confirmedAt, status }) => (status === 'verified' && confirmedAt ? [confirmationOf(confirmedAt, monday).stage] : []));
    expect([stages.filter((stage) => stage === 'over').length, stages.filter((stage) => stage === 'month').length]).toEqual([1, 1]);
  });
});
