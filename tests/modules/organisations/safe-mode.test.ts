import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findActor } from '~/modules/identity/actor.server';
import { nothingWanted, searchDirectory } from '~/modules/organisations/directory.server';
import { writeFacets } from '~/modules/organisations/entry.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { hideOrganisation, showOrganisationAgain } from '~/modules/organisations/safe-mode.server';
import { seedDemo } from '#db/seed/run';
import { fetched, open, routeOf, walked } from '../../routes/anybody';
import { visit } from '../../routes/support';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { verified } from './entries';

// Words that stand nowhere but in what must not be seen.
const canary = {
  street: 'ulica Kanarkowa', postcode: '30-987', district: 'dzielnica-kanarkowa', contact: 'Kanara Kanarkiewicz', translator: 'Kanaria Tłumacz', logo: 'kanarek-logo',
  place: 'Kanarkowy Dom', placeStreet: 'ulica Kanarska', access: 'kanarki przy wejściu', how: 'skręć przy kanarku', hours: 'kanarki śpiewają', cost: 'dwa kanarki', latitude: 50_012_347, longitude: 19_912_348,
};
// The last is how the street begins with which the invented organisations were registered; it stands in their offers and agreements.
const words = [/kanar/i, /канар/i, /30-987/, /50[.,]?012347/, /19[.,]?912348/, /Przykładowa/];

/** A demo year in which every organisation has something to hide, and its people who can hide it. */
async function scene(p: Portal) {
  await seedDemo(p.db, { now: monday });
  const { organisations, locations, services, memberships, people } = p.db.t;
  const owners = await p.db.read.select({ id: memberships.organisationId, personId: people.id, name: people.name }).from(memberships).innerJoin(people, eq(people.id, memberships.personId)).where(eq(memberships.role, 'owner'));
  await p.db.tx(async (tx) => {
    for (const { id } of owners) {
      await tx.update(organisations).set({
        street: canary.street, postcode: canary.postcode, district: canary.district, addressVisibility: 'full', contactName: canary.contact, contactConsentAt: monday, logoFileId: canary.logo,
        descriptionOrigins: { uk: { origin: 'human', by: canary.translator } }, nameOrigins: { uk: { origin: 'human', by: canary.translator } },
      }).where(eq(organisations.id, id));
      await writeFacets(tx, id, await getOrganisation(tx, id));
    }
    await tx.update(locations).set({ name: canary.place, street: canary.placeStreet, postcode: canary.postcode, district: canary.district, visibility: 'full', accessNote: canary.access, latitude: canary.latitude, longitude: canary.longitude });
    await tx.update(services).set({ howToCome: canary.how, hoursNote: canary.hours, costNote: canary.cost });
  });
  const hide = async () => {
    for (const { id, personId } of owners) {
      const actor = await findActor(p.db.read, personId);
      if (actor) await hideOrganisation(p.as(actor), id);
    }
  };
  return { hide, traces: [...words, ...owners.map(({ name }) => new RegExp(name))] };
}

// Behind a secret of one reader, and about calls or searches alone.
const unreached = new Set(['/logos/:slug', '/:lang/organisations/save-search/confirm/:token', '/:lang/organisations/save-search/stop/:token', '/:lang/calls/alerts/confirm/:token', '/:lang/calls/alerts/stop/:token', '/:lang/letters/:kind/:token', '/:lang/calls/:slug.ics', '/calendar/:token.ics']);

const asked = ['kanarkowa', 'kanarkowy', 'Kanarkiewicz', 'kanaria', 'kanarska', 'dzielnica-kanarkowa', 'kanarek-logo', '30-987', 'Przykładowa', 'Bondar'];

eachEngine((engine) => {
  // What a page shows does not depend on the engine, and the walk is long.
  if (engine === 'sqlite') test('of an organisation at risk nobody reads anywhere where it is, who is there, or how it looks', { timeout: 240_000 }, async () => {
    const p = await portal(engine);
    const { hide, traces } = await scene(p);

    // Without safe mode they are there to be seen, so that the walk below is known to look where they would be.
    const before = await walked(p, /^\/logos\//);
    const told = before.map(({ text }) => text).join('\n');
    for (const word of [canary.street, canary.postcode, canary.district, canary.contact, canary.translator, '/logos/stowarzyszenie-most-na-zablociu', canary.place, canary.placeStreet, canary.access, canary.how, canary.hours, canary.cost, '50.012347'])
      expect(told.includes(word), word).toBe(true);

    await hide();
    const after = await walked(p, /^$/);
    const leaks = after.flatMap(({ path, text }) => traces.filter((trace) => trace.test(text)).map((trace) => `${path} ${trace.source}: ${trace.exec(text)?.input.slice(Math.max(0, text.search(trace) - 80), text.search(trace) + 60)}`));
    expect(leaks).toEqual([]);
    expect(after.filter(({ path }) => path.startsWith('/logos/'))).toEqual([]);
    expect((await visit(p, '/logos/stowarzyszenie-most-na-zablociu')).status).toBe(404);

    // A surface that is added later is walked too, or this says that the walk does not find it.
    const reached = new Set(after.filter(({ status }) => status < 400).map(({ path }) => routeOf(path)?.place.path));
    expect(open.map(({ path }) => path).filter((path) => !reached.has(path) && !unreached.has(path))).toEqual([]);
  });

  test('the search does not know what is hidden', { timeout: 60_000 }, async () => {
    const p = await portal(engine);
    const { hide } = await scene(p);
    const slug = 'stowarzyszenie-most-na-zablociu';
    await hide();
    for (const q of asked) {
      const { rows } = await searchDirectory(p.db, { ...nothingWanted, q }, 1);
      expect(`${q}: ${rows.some((row) => row.slug === slug)}`).toBe(`${q}: false`);
      for (const path of [`/pl/organisations?q=${encodeURIComponent(q)}`, `/api/hsds/organizations?search=${encodeURIComponent(q)}`, `/api/hsds/services?search=${encodeURIComponent(q)}`])
        expect(`${path}: ${(await fetched(p, path)).text.includes(slug)}`).toBe(`${path}: false`);
    }
    for (const query of ['district=podgorze', 'from=podgorze&sort=near', 'need=legal_help'])
      expect((await fetched(p, `/pl/organisations?${query}`)).text).not.toContain(canary.district);
    expect((await fetched(p, '/pl/organisations?district=podgorze')).text).not.toContain(slug);
    expect((await fetched(p, `/pl/organisations/compare?o=${slug}&o=fundacja-wspolny-stol`)).text).not.toMatch(/kanar/i);
    expect((await fetched(p, '/pl/organisations/map?district=podgorze')).text).not.toMatch(/kanar|most-na-zablociu/i);
    // It can still be found by what it does, and be reached.
    expect((await fetched(p, '/pl/organisations?need=legal_help')).text).toContain(slug);
    expect((await fetched(p, `/pl/organisations/${slug}`)).text).toContain('kontakt1@example.org');
  });

  test('an editor may hide an organisation in any state; only an owner shows it again; strangers and the City do neither', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, owner } = await verified(p, officer);
    const editor = await p.person({ memberships: [{ organisationId: id, role: 'editor', signatory: false }] });
    const stranger = (await verified(p, officer, 2)).owner;
    for (const who of [stranger, officer]) await expect(hideOrganisation(p.as(who), id)).rejects.toThrow('organisation.hide');
    await p.db.tx(async (tx) => void (await tx.update(tx.t.organisations).set({ status: 'suspended' }).where(eq(tx.t.organisations.id, id))));
    await hideOrganisation(p.as(editor), id);
    await hideOrganisation(p.as(editor), id);
    expect((await getOrganisation(p.db.read, id)).safeMode).toBe(true);
    await expect(showOrganisationAgain(p.as(editor), id)).rejects.toThrow('organisation.showAgain');
    await showOrganisationAgain(p.as(owner), id);
    expect((await getOrganisation(p.db.read, id)).safeMode).toBe(false);
  });
});
