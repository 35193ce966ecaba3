import { expect, test } from 'vitest';
import { eachEngine, monday, portal } from '../support/portal';
import { walkMainJob } from './chain-whole';
import { mistrust } from './witness';

eachEngine((engine) => {
  test('every form of the main job refuses what is wrong, strange, late or repeated, says where, and writes nothing', async () => {
    const p = await portal(engine);
    const { witness, counts, found } = mistrust(p, await p.person({ name: 'Ktoś Obcy' }));
    await walkMainJob(p, { now: monday, witness });
    expect(found).toEqual([]);
    expect(counts.forms).toBeGreaterThan(60);
    expect(counts.fields).toBeGreaterThan(250);
    expect(counts.replays).toBe(counts.forms);
    expect(counts.stale).toBeGreaterThan(10);
  }, 180_000);
});
