import { describe, expect, test } from 'vitest';
import { system } from '~/access/actor';
import { claimEntry, getClaim } from '~/modules/organisations/claims.server';
import { requestChange } from '~/modules/organisations/changes.server';
import { importPublicOrganisations, inviteMember, registerOrganisation, submitOrganisation, verifyOrganisation } from '~/modules/organisations/commands.server';
import { nothingWanted, searchDirectory } from '~/modules/organisations/directory.server';
import { MergeForm } from '~/modules/organisations/forms-of-life';
import { addressNow, listHistory } from '~/modules/organisations/history.server';
import { restoreOrganisation } from '~/modules/organisations/lifecycle.server';
import { followingTables, getPair, keepApart, listSuspects, mergeEntries } from '~/modules/organisations/merges.server';
import { getOrganisation, getPublicOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { compare, coreOf, editDistance, likenessOf, suspectsAmong, type Candidate } from '~/modules/organisations/rules-of-duplicates';
import { Forbidden } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { syntheticKrs } from '~/shared/identifiers';
import { eachEngine, monday, portal } from '../../support/portal';
import { afresh, form, verified } from './entries';

const entry = (more: Partial<Candidate>): Candidate => ({ id: 'x', name: 'Fundacja', shortName: null, krs: null, nip: null, regon: null, website: null, email: null, status: 'verified', ...more });

describe('entries that may be one organisation', () => {
  test.each([
    ['Fundacja Zustricz', 'Fundacja „Zustricz”', 100],
    ['Stowarzyszenie Zustricz w Krakowie', 'ZUSTRICZ', 100],
    ['Фундація Зустріч', 'Fundacja Zustricz', 100],
    ['Fundacja Zustricz', 'Fundacja Zustriczka', 80],
  ])('%s and %s', (one, other, least) => expect(likenessOf(one, other)).toBeGreaterThanOrEqual(least));
  test.each([['Fundacja Most', 'Fundacja Dom'], ['Stowarzyszenie Krakowskie Forum', 'Stowarzyszenie Krakowski Chór'], ['Klub Biegacza', 'Klub Szachowy']])(
    '%s is not %s', (one, other) => expect(likenessOf(one, other)).toBeLessThan(70));
  test('words that many names share do not count, unless there is nothing else', () => {
    expect(coreOf('Stowarzyszenie na Rzecz Łąki w Krakowie')).toBe('laki');
    expect(coreOf('Fundacja dla Krakowa')).toBe('krakowa');
    expect(coreOf('Fundacja')).toBe('fundacja');
  });
  test('changed letters are counted', () => expect([editDistance('most', 'mosty'), editDistance('', 'abc'), editDistance('kot', 'kot')]).toEqual([1, 3, 0]));
  test('numbers and pages tell, another page on the same host does not', () => {
    const pair = (a: Partial<Candidate>, b: Partial<Candidate>) => compare(entry({ name: 'Alfa', ...a }), entry({ name: 'Omega', ...b })).because;
    expect(pair({ regon: '990000016' }, { regon: '99000001600000' })).toEqual(['regon']);
    expect(pair({ website: 'https://www.most.pl/' }, { website: 'http://Most.pl' })).toEqual(['website']);
    expect(pair({ website: 'https://facebook.com/a' }, { website: 'https://facebook.com/b' })).toEqual([]);
    expect(pair({ email: 'Biuro@most.pl' }, { email: 'biuro@most.pl' })).toEqual(['email']);
    expect(pair({}, {})).toEqual([]);
  });
  test('a thousand entries are compared in a moment', () => {
    const many = Array.from({ length: 1000 }, (_, i) => entry({ id: `${i}`, name: `Fundacja ${i * 7919} ${'abcdefghij'[i % 10]}ola` }));
    const pairs = suspectsAmong([...many, entry({ id: 'one', name: 'Zielony Latawiec' }), entry({ id: 'two', name: 'Fundacja Zielony Latawiec' })]);
    expect(pairs.some(({ first, second }) => first.id === 'one' && second.id === 'two')).toBe(true);
  }, 20_000);
});

eachEngine((engine) => {
  const merge = (more: Record<string, unknown> = {}) => MergeForm.parse({ reason: 'Ten sam numer telefonu i ta sama prezeska.', ...more });

  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const kept = await verified(p, officer, 1, { name: 'Fundacja Zielony Latawiec' });
    await importPublicOrganisations(p.as(system), [
      { slug: 'zielony-latawiec', name: 'Zielony Latawiec', nameEn: 'Green Kite', legalForm: 'foundation', website: 'https://latawiec.example.org', street: null, postcode: null, district: null, fields: [], targetGroups: [], communities: [], source: 'https://example.org', note: null },
    ]);
    const merged = await getPublicOrganisation(p.db.read, 'zielony-latawiec');
    return { p, officer, kept, merged };
  }

  test('an officer sees the pair, chooses what stays, and the old address leads to the entry that stays', async () => {
    const { p, officer, kept, merged } = await scene();
    expect(await listSuspects(p.db.read)).toMatchObject([{ because: ['name'], likeness: 100 }]);
    expect(await getPair(p.db.read, kept.id, merged.id)).toMatchObject({ refused: null, following: { memberships: 0 } });
    await expect(mergeEntries(p.as(kept.owner), kept.id, merged.id, merge())).rejects.toThrow(Forbidden);
    await mergeEntries(p.as(officer), kept.id, merged.id, merge({ website: 'merged', names: 'merged' }));
    expect(await getOrganisation(p.db.read, kept.id)).toMatchObject({ website: 'https://latawiec.example.org', names: { en: 'Green Kite' }, name: 'Fundacja Zielony Latawiec', krs: syntheticKrs(1) });
    expect(await getOrganisation(p.db.read, merged.id)).toMatchObject({ status: 'archived', mergedInto: kept.id });
    expect(await addressNow(p.db.read, 'zielony-latawiec')).toBe(kept.slug);
    expect((await listHistory(p.db.read, { id: kept.id, safeMode: false })).map(({ kind }) => kind)).toContain('merged');
    expect(await listSuspects(p.db.read)).toEqual([]);
    const found = await searchDirectory(p.db, { ...nothingWanted, q: 'kite' }, 1);
    expect(found.rows.map(({ id }) => id)).toEqual([kept.id]);
    await expect(restoreOrganisation(p.as(officer), merged.id, { reason: 'Jednak dwie organizacje.' })).rejects.toMatchObject({ code: 'merge.cannotUndo' });
    await expect(mergeEntries(p.as(officer), kept.id, merged.id, merge())).rejects.toMatchObject({ code: 'merge.already' });
  });

  test('people, services, places and invitations follow, and nobody is a member twice', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const [kept, merged] = [await verified(p, officer, 1), await verified(p, officer, 2)];
    await p.db.tx(async (tx) => {
      await tx.insert(tx.t.memberships).values({ organisationId: merged.id, personId: kept.owner.id, role: 'viewer', signatory: false, since: monday });
      await tx.insert(tx.t.locations).values({ id: newId(), organisationId: merged.id, name: 'Klub', city: 'Kraków', visibility: 'full' });
      await tx.insert(tx.t.services).values({ id: newId(), organisationId: merged.id, kind: 'work', names: { pl: 'Porady' }, cost: 'free', changedAt: monday });
    });
    await inviteMember(p.as(merged.owner), merged.id, { email: 'nowa@example.org', role: 'editor', signatory: false, lang: 'pl' });
    await mergeEntries(p.as(officer), kept.id, merged.id, merge({ krs: 'merged', nip: 'merged' }));
    expect((await listMembers(p.db.read, kept.id)).map(({ personId, role }) => [personId, role])).toEqual(expect.arrayContaining([[kept.owner.id, 'owner'], [merged.owner.id, 'owner']]));
    expect(await listMembers(p.db.read, kept.id)).toHaveLength(2);
    expect(await listMembers(p.db.read, merged.id)).toEqual([]);
    for (const table of [p.db.t.services, p.db.t.locations, p.db.t.invitations] as const)
      expect((await p.db.read.select({ organisationId: table.organisationId }).from(table)).map(({ organisationId }) => organisationId)).toEqual([kept.id]);
    expect(await getOrganisation(p.db.read, kept.id)).toMatchObject({ krs: syntheticKrs(2), registerStanding: 'not_asked' });
    const [written] = await p.db.read.select().from(p.db.t.mergers);
    expect(written).toMatchObject({ keptId: kept.id, mergedId: merged.id, givenUp: { krs: syntheticKrs(2) }, moved: { services: 1, locations: 1, invitations: 1, memberships: 1 } });
    expect((await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template === 'organisation.merged').map(({ toEmail }) => toEmail)).toEqual([merged.owner.email]);
  });

  test('offers, small grants, awards and agreements are among what follows', async () => {
    const p = await portal(engine);
    expect(followingTables(p.db.read).map(([name]) => name)).toEqual(expect.arrayContaining(['applications', 'smallGrants', 'awards', 'agreements', 'committeeMembers', 'services', 'locations', 'invitations', 'suggestions', 'formerSlugs']));
  });

  test('addresses lead on when the entry that stayed is merged again', async () => {
    const { p, officer, kept, merged } = await scene();
    await mergeEntries(p.as(officer), kept.id, merged.id, merge());
    const last = await verified(p, officer, 3, { name: 'Fundacja Latawiec Zielony' });
    await mergeEntries(p.as(officer), last.id, kept.id, merge());
    expect(await addressNow(p.db.read, 'zielony-latawiec')).toBe(last.slug);
    expect(await addressNow(p.db.read, kept.slug)).toBe(last.slug);
  });

  test('the stronger entry stays, and a public one never gives way to one that is not', async () => {
    const { p, officer, kept, merged } = await scene();
    await expect(mergeEntries(p.as(officer), merged.id, kept.id, merge())).rejects.toMatchObject({ code: 'merge.keepStronger' });
    await expect(mergeEntries(p.as(officer), kept.id, kept.id, merge())).rejects.toMatchObject({ code: 'merge.same' });
    const ewa = await p.person();
    const { id } = await registerOrganisation(p.as(ewa), form(5));
    await submitOrganisation(p.as(await afresh(p, ewa)), id);
    await expect(mergeEntries(p.as(officer), id, merged.id, merge())).rejects.toMatchObject({ code: 'merge.verifyFirst' });
    await verifyOrganisation(p.as(officer), id, { method: 'manual' });
    await mergeEntries(p.as(officer), id, merged.id, merge());
  });

  test('claims of the entry that goes end; what is under way must be settled first', async () => {
    const { p, officer, kept, merged } = await scene();
    const claim = await claimEntry(p.as(await p.person()), merged.id, { position: 'prezeska', justification: 'Jestem na stronie organizacji.' });
    await requestChange(p.as(kept.owner), kept.id, { name: 'Inna nazwa', legalForm: 'foundation', krs: syntheticKrs(1), nip: undefined, regon: undefined, registerNumber: undefined, registerAuthority: undefined, note: 'Zmiana statutu.' });
    await expect(mergeEntries(p.as(officer), kept.id, merged.id, merge())).rejects.toMatchObject({ code: 'merge.open' });
    await p.db.tx(async (tx) => void (await tx.update(tx.t.changeRequests).set({ status: 'withdrawn' })));
    await mergeEntries(p.as(officer), kept.id, merged.id, merge());
    expect(await getClaim(p.db.read, claim)).toMatchObject({ status: 'refused' });
  });

  test('whoever is at risk in one entry stays protected in both', async () => {
    const { p, officer, kept, merged } = await scene();
    await p.db.tx(async (tx) => void (await tx.update(tx.t.organisations).set({ safeMode: true })));
    await mergeEntries(p.as(officer), kept.id, merged.id, merge());
    expect((await getOrganisation(p.db.read, kept.id)).safeMode).toBe(true);
  });

  test('two organisations told apart are not shown as a pair again', async () => {
    const { p, officer, kept, merged } = await scene();
    await keepApart(p.as(officer), merged.id, kept.id);
    await keepApart(p.as(officer), kept.id, merged.id);
    expect(await listSuspects(p.db.read)).toEqual([]);
  });
});
