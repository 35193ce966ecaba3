import { expect, test } from 'vitest';
import { seedDemo } from '#db/seed/run';
import { portal } from './support/portal';

// The demo is counted from today: its tasks, deadlines and years fall differently on each day of the year.
const days = process.env.CASES ? Array.from({ length: 26 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i * 14, 9))) : [new Date('2026-12-31T22:30:00Z'), new Date('2028-02-29T09:00:00Z')];

test.each(days.map((now) => [now.toISOString(), now] as const))('the demo year fills when the portal is first started on %s', { timeout: 120_000 }, async (_, now) => {
  const p = await portal('sqlite');
  await seedDemo(p.db, { now });
  const { agreements } = p.db.t;
  expect(new Set((await p.db.read.select({ status: agreements.status }).from(agreements)).map(({ status }) => status))).toContain('settled');
});
