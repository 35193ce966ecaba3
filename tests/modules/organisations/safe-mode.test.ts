import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous } from '~/access/actor';
import { may } from '~/access/policy';
import { readConfig } from '~/http/config.server';
import { findActor } from '~/modules/identity/actor.server';
import { nothingWanted, searchDirectory } from '~/modules/organisations/directory.server';
import { writeFacets } from '~/modules/organisations/entry.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { hideOrganisation, showOrganisationAgain } from '~/modules/organisations/safe-mode.server';
import { seedDemo } from '#db/seed/run';
import { site, visit, type Place } from '../../routes/support';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { verified } from './entries';

// Words that stand nowhere but in what must not be seen.
const canary = {
  street: 'ulica Kanarkowa', postcode: '30-987', district: 'dzielnica-kanarkowa', contact: 'Kanara Kanarkiewicz', translator: 'Kanaria Tłumacz', logo: 'kanarek-logo',
  place: 'Kanarkowy Dom', placeStreet: 'ulica Kanarska', access: 'kanarki przy wejściu', how: 'skręć przy kanarku', hours: 'kanarki śpiewają', cost: 'dwa kanarki', latitude: 50_012_347, longitude: 19_912_348,
};
// The last is how the street begins with which the invented organisations were registered; it stands in their offers and agreements.
const words = [/kanar/i, /канар/i, /30-987/, /50[.,]?012347/, /19[.,]?912348/, /Przykładowa/];

type Seen = { path: string; text: string; status: number };

const patterns = site
  .map((place) => ({ place, names: [...place.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''), pattern: new RegExp(`^${place.path.replace(/\./g, '\\.').replace(/:\w+/g, '([^/]+)').replace('*', '.*')}$`) }))
  // What is written out goes before what is filled in, as in the router.
  .toSorted((a, b) => Number(a.place.path === '/*') - Number(b.place.path === '/*') || a.names.length - b.names.length);

/** The route that answers at this address, with its parameters. */
function routeOf(path: string): { place: Place; params: Record<string, string> } | undefined {
  for (const { place, names, pattern } of patterns) {
    const found = pattern.exec(path.split('?')[0] ?? '');
    if (found) return { place, params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')])) };
  }
  return undefined;
}

/** What anybody is sent from this address: the page, and the data behind it as a script may ask for them. */
async function fetched(p: Portal, path: string): Promise<Seen> {
  const route = routeOf(path);
  if (!route) return { path, status: 404, text: '' };
  const load = route.place.module.loader as unknown as (asked: object) => unknown;
  const context = { db: p.db, origin: 'http://portal.test', requestId: 'r', ip: '', now: () => monday, mailShown: false, demo: false, config: readConfig({}) };
  const data = await Promise.resolve()
    .then(() => load({ request: new Request(`http://portal.test${path}`), params: route.params, context }))
    .catch((error: unknown) => error);
  if (!(data instanceof Response)) throw data;
  const text = await data.text();
  const page = route.place.module.default && data.ok ? (await visit(p, path)).html : '';
  return { path, status: data.status, text: page + text };
}

// Open only to whoever holds a letter or is signed in, however public the door; or a page of the demo alone.
const behindLetters = ['/:lang/confirm/:token', '/:lang/reset/:token', '/:lang/invitations/:token', '/:lang/hand-over/:token', '/:lang/consultations/:slug/confirm/:token', '/:lang/mailbox', '/api/uploadthing', '/ingest/:key', '/*'];
const open = site.filter(({ path, module }) => module.loader && may(anonymous, module.handle.see) && !behindLetters.includes(path));

/** Everything anybody can reach from the doors of the site by following every link in pages, data and files. */
async function walked(p: Portal, without: RegExp): Promise<Seen[]> {
  const receipts = await p.db.read.select({ number: p.db.t.receipts.number, code: p.db.t.receipts.code }).from(p.db.t.receipts);
  const waiting = [...open.filter(({ path }) => !/:(?!lang)/.test(path)).map(({ path }) => path.replace(':lang', 'pl')), ...receipts.map(({ number, code }) => `/r/${encodeURIComponent(number)}/${code}`), ...receipts.map(({ number, code }) => `/pl/receipts/${encodeURIComponent(number)}?code=${code}`)];
  const known = new Set(waiting);
  const seen: Seen[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (without.test(path)) continue;
    const page = await fetched(p, path);
    seen.push(page);
    const links = [...page.text.replaceAll('\\/', '/').matchAll(/(?:https?:\/\/portal\.test)?(\/(?:pl|uk|api|open-data|sitemap|logos|files|robots)\b[^\s"'<>\\)\]}]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&').split('#')[0] ?? '');
    for (const link of links) {
      // Of the lists that can be narrowed in countless ways, the pages; other languages say the same of other organisations.
      const address = /^\/pl\/(organisations|help|initiatives|small-grants|theme)\b[^?]*\?(?!page=\d+$|step=)/.test(link) ? (link.split('?')[0] ?? '') : link;
      if (known.has(address) || !routeOf(address) || (address.startsWith('/uk/') && !address.includes('most-na-zablociu'))) continue;
      known.add(address);
      waiting.push(address);
    }
  }
  return seen;
}

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
