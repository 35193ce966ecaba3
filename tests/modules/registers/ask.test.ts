import { expect, test } from 'vitest';
import { askRegister } from '~/modules/registers/commands.server';
import { recordedExtract } from '~/modules/registers/recorded';
import { Forbidden, TooMany } from '~/shared/errors';
import { syntheticKrs } from '~/shared/identifiers';
import { eachEngine, monday, portal } from '../../support/portal';

const krs = syntheticKrs(1);
const after = (hours: number) => new Date(monday.getTime() + hours * 60 * 60 * 1000);

/** A register that answers the same each time and counts. */
function counting(answer: () => unknown) {
  const asked: string[] = [];
  return { asked, provider: (number: string) => (asked.push(number), Promise.resolve().then(answer)) };
}
const extract = () => recordedExtract({ number: 1, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE MOST' });

eachEngine((engine) => {
  test('an answer holds for a day', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const { asked, provider } = counting(extract);
    expect(await askRegister(p.as(anna), provider, krs)).toMatchObject({ outcome: 'found', askedAt: monday, subset: { name: 'STOWARZYSZENIE MOST' } });
    expect(await askRegister(p.as(anna, { now: after(23.9) }), provider, krs)).toMatchObject({ outcome: 'found', askedAt: monday });
    expect(asked).toHaveLength(1);
    expect(await askRegister(p.as(anna, { now: after(24) }), provider, krs)).toMatchObject({ outcome: 'found', askedAt: after(24) });
    expect(asked).toHaveLength(2);
  });

  test('a number that is not there is asked again after an hour, and a silent register after a minute', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const gone = counting(() => undefined);
    expect(await askRegister(p.as(anna), gone.provider, krs)).toMatchObject({ outcome: 'not_found' });
    await askRegister(p.as(anna, { now: after(0.9) }), gone.provider, krs);
    await askRegister(p.as(anna, { now: after(1) }), gone.provider, krs);
    expect(gone.asked).toHaveLength(2);
    const other = syntheticKrs(2);
    const silent = counting(() => Promise.reject(new Error('down')));
    expect(await askRegister(p.as(anna), silent.provider, other)).toMatchObject({ outcome: 'silent' });
    await askRegister(p.as(anna, { now: after(0.5 / 60) }), silent.provider, other);
    await askRegister(p.as(anna, { now: after(1 / 60) }), silent.provider, other);
    expect(silent.asked).toHaveLength(2);
  });

  test('garbage is silence', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    expect(await askRegister(p.as(anna), counting(() => ({ odpis: 'x' })).provider, krs)).toMatchObject({ outcome: 'silent' });
  });

  test('only people who signed in may ask, and not without end', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const { provider } = counting(() => undefined);
    await expect(askRegister(p.as({ kind: 'anonymous' }), provider, krs)).rejects.toBeInstanceOf(Forbidden);
    for (let n = 0; n < 30; n += 1) await askRegister(p.as(anna), provider, syntheticKrs(n));
    await expect(askRegister(p.as(anna), provider, syntheticKrs(30))).rejects.toBeInstanceOf(TooMany);
  });
});
