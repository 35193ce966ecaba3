import { expect, test } from 'vitest';
import { getApplication } from '~/modules/applications/queries.server';
import { instantAt } from '~/shared/time';
import { afresh, verified } from '../modules/organisations/entries';
import { announced } from '../support/call';
import { completeOffer } from '../support/offer';
import { eachEngine, monday, portal } from '../support/portal';
import { walkMainJob } from './chain-whole';
import { visit } from './support';
import { everything, mistrust } from './witness';

eachEngine((engine) => {
  test('every form of the main job refuses what is wrong, strange, late or repeated, says where, and writes nothing', async () => {
    const p = await portal(engine);
    // Somebody who may do all this too, but for another organisation.
    const { owner } = await verified(p, await p.person({ roles: ['officer'] }), 901);
    const { witness, counts, found } = mistrust(p, await afresh(p, owner));
    await walkMainJob(p, { now: monday, witness }).catch((error: unknown) => found.push(String(error)));
    expect(found).toEqual([]);
    expect(counts.forms).toBeGreaterThan(60);
    expect(counts.fields).toBeGreaterThan(200);
    expect(counts.strangers).toBeGreaterThan(50);
    expect(counts.replays).toBe(counts.forms);
    expect(counts.stale).toBeGreaterThan(10);
  }, 180_000);

  const closesAt = instantAt('2026-03-31', '15:00');
  test.each([['a millisecond before', -1, 303, 'submitted'], ['at', 0, 409, 'draft'], ['a millisecond after', 1, 409, 'draft']] as const)(
    'an offer handed in %s the deadline',
    async (_when, offset, status, kept) => {
      const p = await portal(engine);
      const { callId, officer } = await announced(p, { closesAt });
      const { id: organisationId, owner } = await verified(p, officer);
      const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
      const before = await everything(p);
      const answer = await visit(p, `/pl/applications/${id}/check`, { person: owner, now: new Date(closesAt.getTime() + offset), form: { intent: 'submit', version: String(version) } });
      expect(answer.status).toBe(status);
      expect((await getApplication(p.db.read, id)).status).toBe(kept);
      if (kept === 'draft') expect([await everything(p), answer.state?.message]).toEqual([before, expect.stringMatching(/termin/i)]);
    },
  );

  test('two answers to the same form at once are one', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p, { closesAt });
    const { id: organisationId, owner } = await verified(p, officer);
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const form = { intent: 'submit', version: String(version), _key: 'k'.repeat(22) };
    const answers = await Promise.all(Array.from({ length: 6 }, () => visit(p, `/pl/applications/${id}/check`, { person: owner, form })));
    expect(answers.map(({ status, location }) => `${status} ${location}`)).toEqual(Array(6).fill(`303 /pl/applications/${id}/receipt`));
    expect(await p.db.read.select().from(p.db.t.submissions)).toHaveLength(1);
  });
});
