import { describe, expect, test } from 'vitest';
import { languages } from '~/i18n/messages';
import { ask, askJson } from '../../support/open';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { faults, faultsOfPage, hsds, nulls, uk } from '../../standards/schemas';
import { changed, city, secret, service } from './entries';

type Page = { total_items: number; total_pages: number; last_page: boolean; contents: { id: string }[] };

const lists = [
  { list: 'services', schema: 'service.json', profile: ['service_list.json', 'service.json'] },
  { list: 'organizations', schema: 'organization.json', profile: ['organization_list.json', 'organization.json'] },
  { list: 'service_at_locations', schema: 'service_at_location.json', profile: ['service_at_location_list.json', 'service_at_location.json'] },
  { list: 'taxonomies', schema: 'taxonomy.json', profile: ['taxonomy.json', 'taxonomy.json'] },
  { list: 'taxonomy_terms', schema: 'taxonomy_term.json', profile: ['taxonomy_term.json', 'taxonomy_term.json'] },
] as const;

/** Every item of a list, page after page until the last. */
async function everyPage(p: Portal, list: string, query = ''): Promise<Page[]> {
  const pages: Page[] = [];
  for (let page = 1; pages.at(-1)?.last_page !== true; page += 1) pages.push((await askJson(p, `/api/hsds/${list}?page=${page}${query}`)) as Page);
  return pages;
}

eachEngine((engine) => {
  test.each(lists)('every document of /$list is valid, in pages, whole, and by its identifier', async ({ list, schema, profile: [item, whole] }) => {
    const p = await portal(engine);
    await city(p);
    for (const query of ['&per_page=2', '&per_page=3&full=true', '&full_service=true&lang=uk', '&lang=de', '&minimal=true']) {
      const pages = await everyPage(p, list, query);
      const items = pages.flatMap(({ contents }) => contents);
      expect(items.length).toBe(pages[0]?.total_items);
      expect(pages.length).toBe(pages[0]?.total_pages);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      expect(items.length).toBeGreaterThan(1);
      expect(pages.flatMap(faultsOfPage)).toEqual([]);
      expect(items.flatMap((one) => [...faults(hsds(schema), one), ...faults(uk(item), one)])).toEqual([]);
      expect(nulls(pages)).toEqual([]);
    }
    const some = (await everyPage(p, list)).flatMap(({ contents }) => contents).slice(0, 12);
    for (const { id } of some) {
      for (const lang of ['pl', 'uk']) {
        const one = (await askJson(p, `/api/hsds/${list}/${id}?lang=${lang}`)) as { id: string };
        expect(one.id).toBe(id);
        expect([...faults(hsds(schema), one), ...faults(uk(whole), one), ...nulls(one)]).toEqual([]);
      }
    }
  });

  test('a service says what, where, when, for whom and at what cost', async () => {
    const p = await portal(engine);
    await city(p);
    const { contents } = (await askJson(p, '/api/hsds/services?full=true&lang=uk&search=правова')) as { contents: Record<string, unknown>[] };
    const open = contents.find((one) => one.application_process === 'Wejście od podwórza');
    expect(open).toMatchObject({
      name: 'Правова допомога', alternate_name: 'Porady prawne', description: 'Dyżur prawnika.', status: 'active', last_modified: '2026-03-02T10:00:00+01:00',
      fees_description: 'безкоштовно', cost_options: [{ amount: 0, currency: 'PLN' }], languages: [{ code: 'pl', name: 'польська' }, { code: 'uk' }],
      schedules: [{ freq: 'WEEKLY', byday: 'MO,WE', opens_at: '16:00', closes_at: '19:00', wkst: 'MO' }],
      service_at_locations: [{ location: { location_type: 'physical', latitude: 50.0478, longitude: 19.9603, addresses: [{ address_1: 'ul. Zmyślona 1', region: 'Dzielnica XIII Podgórze', postal_code: '30-701' }] } }],
    });
  });

  test('an organisation says who it is, in which registers, and what it offers', async () => {
    const p = await portal(engine);
    await city(p);
    const { contents } = (await askJson(p, '/api/hsds/organizations?full=true&lang=uk&search=spotkanie+1')) as { contents: Record<string, unknown>[] };
    expect(contents).toHaveLength(1);
    expect(contents[0]).toMatchObject({
      name: 'Fundacja Spotkanie 1', alternate_name: 'Фонд Зустріч', legal_status: 'фонд', year_incorporated: 2015, website: 'https://most.example.org/',
      phones: [{ number: '+48 12 000 00 00' }], locations: [{ name: 'Юридична адреса', location_type: 'physical' }, { name: 'Biuro' }, { name: 'Dzielnica VIII Dębniki', location_type: 'virtual' }],
      organization_identifiers: [{ identifier_scheme: 'PL-KRS' }, { identifier_scheme: 'PL-NIP' }],
    });
    expect((contents[0]?.services as unknown[]).length).toBe(4);
    expect((contents[0]?.locations as { addresses?: unknown }[])[2]?.addresses).toBeUndefined();
  });

  test('what is hidden is in no document, and what is not public has none', async () => {
    const p = await portal(engine);
    await city(p);
    for (const { list } of lists) {
      for (const lang of languages) {
        const all = JSON.stringify(await everyPage(p, list, `&full=true&full_service=true&lang=${lang}`));
        expect(all).not.toContain(secret);
        expect(all).not.toContain('Bez Opisu');
      }
    }
    const organisations = (await askJson(p, '/api/hsds/organizations?full=true')) as { contents: { name: string; locations: unknown[] }[] };
    expect(organisations.contents.map(({ name, locations }) => `${name} ${locations.length}`)).toEqual(['Fundacja Spotkanie 1 3', 'Fundacja Spotkanie 2 0', 'Fundacja Spotkanie 3 0']);
    expect(((await askJson(p, '/api/hsds/service_at_locations')) as Page).total_items).toBe(2);
  });

  test('a list can be narrowed by term, taxonomy, organisation, moment, words and place', async () => {
    const p = await portal(engine);
    const { open } = await city(p);
    const count = async (path: string) => ((await askJson(p, `/api/hsds/${path}`)) as Page).total_items;
    const terms = (await askJson(p, '/api/hsds/taxonomy_terms?per_page=500')) as { contents: { id: string; code: string; taxonomy_id: string }[] };
    const crisis = terms.contents.find(({ code }) => code === 'crisis');
    const education = terms.contents.find(({ code, taxonomy_id }) => code === 'education' && taxonomy_id !== crisis?.taxonomy_id);
    expect(await count(`services?taxonomy_term_id=${crisis?.id}`)).toBe(1);
    expect(await count(`services?taxonomy_id=${crisis?.taxonomy_id}`)).toBe(5);
    expect(await count(`organizations?taxonomy_term_id=${education?.id}`)).toBe(1);
    expect(await count(`taxonomy_terms?taxonomy_id=${crisis?.taxonomy_id}`)).toBe(17);
    expect(await count(`taxonomy_terms?parent_id=${crisis?.id}`)).toBe(0);
    const all = (await askJson(p, '/api/hsds/organizations?search=spotkanie')) as Page;
    expect(all.total_items).toBe(3);
    expect(await count(`services?organization_id=${all.contents[0]?.id}`)).toBe(4);
    await service(p, open.id, 'service-late', { changedAt: new Date('2026-04-01T00:00:00Z') });
    expect(await count('services?modified_after=2026-03-15T00:00:00%2B01:00')).toBe(1);
    expect(await count('services?modified_after=2026-03-02T09:00:00Z')).toBe(6);
    expect(await count('services?modified_after=2026-05-01')).toBe(0);
    expect(await count('services?search=lawyer')).toBe(5);
    expect(await count('services?search=nic+takiego')).toBe(0);
    expect(await count('service_at_locations?postcode=30-701')).toBe(1);
    expect(await count('service_at_locations?postcode=30701&proximity=10')).toBe(1);
    expect(await count('service_at_locations?postcode=30-702&proximity=1000')).toBe(0);
  });

  test('identifiers stay when everything else changes', async () => {
    const p = await portal(engine);
    const { open } = await city(p);
    const before = JSON.stringify(((await askJson(p, '/api/hsds/organizations')) as Page).contents.map(({ id }) => id));
    await changed(p, open.id, { slug: 'inny', name: 'Fundacja Spotkanie 1 nowa' });
    expect(JSON.stringify(((await askJson(p, '/api/hsds/organizations')) as Page).contents.map(({ id }) => id))).toBe(before);
  });
});

describe('how the API answers', () => {
  const engine = 'sqlite';

  test('the root says which standard, and the description names every address and parameter', async () => {
    const p = await portal(engine);
    expect(await askJson(p, '/api/hsds?lang=en')).toMatchObject({ version: '3.1', profile: 'https://docs.openreferral.org/en/3.1/', openapi_url: 'https://portal.test/api/hsds/openapi.json', publisher: { identifier: 'PL-REGON-351554353' } });
    expect(await askJson(p, '/api/hsds', { env: { CITY_ORG_ID: 'PL-REGON-999999990' } })).toMatchObject({ publisher: { identifier: 'PL-REGON-999999990' } });
    const described = (await askJson(p, '/api/hsds/openapi.json')) as { paths: Record<string, { get: { operationId: string; parameters: { $ref?: string }[] } }>; components: { parameters: Record<string, unknown> } };
    expect(Object.keys(described.paths)).toHaveLength(11);
    const references = Object.values(described.paths).flatMap(({ get }) => get.parameters.flatMap(({ $ref }) => $ref ?? []));
    for (const reference of references) expect(Object.keys(described.components.parameters)).toContain(reference.replace('#/components/parameters/', ''));
    for (const path of Object.keys(described.paths).filter((one) => !one.includes('{'))) expect((await ask(p, `/api/hsds${path === '/' ? '' : path}`)).status).toBe(200);
    expect(JSON.stringify(described)).not.toContain('/3.0/');
  });

  test('an empty directory is an empty page', async () => {
    const p = await portal(engine);
    expect(await askJson(p, '/api/hsds/organizations')).toEqual({ total_items: 0, total_pages: 1, page_number: 1, size: 0, first_page: true, last_page: true, empty: true, contents: [] });
    expect(await askJson(p, '/api/hsds/taxonomies?page=9')).toMatchObject({ page_number: 9, size: 0, last_page: true, empty: true });
  });

  test('anybody on any site may ask, in the language they say', async () => {
    const p = await portal(engine);
    const answer = await ask(p, '/api/hsds/taxonomies', { headers: { 'accept-language': 'fr, uk;q=0.8, en;q=0.5', cookie: 'lang=de' } });
    expect(answer.headers.get('content-language')).toBe('uk');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.text()).toContain('Види послуг');
    expect((await ask(p, '/api/hsds/taxonomies?lang=ru', { headers: { 'accept-language': 'en' } })).headers.get('content-language')).toBe('ru');
  });

  test('what has not changed is not sent again', async () => {
    const p = await portal(engine);
    const etag = (await ask(p, '/api/hsds/taxonomies')).headers.get('etag') ?? '';
    const again = await ask(p, '/api/hsds/taxonomies', { headers: { 'if-none-match': `"x", ${etag}` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await ask(p, '/api/hsds/taxonomies?lang=en', { headers: { 'if-none-match': etag } })).status).toBe(200);
    expect((await ask(p, '/api/hsds/taxonomies', { method: 'HEAD' })).headers.get('etag')).toBe(etag);
  });

  const wrong = [
    'page=0', 'page=-1', 'page=abc', 'page=1e3', 'page=', 'page=1.5', 'per_page=0', 'per_page=501', 'per_page=9999999999', 'format=xml', 'full=yes', 'minimal=1', 'taxonomy_id=x',
    'taxonomy_term_id=%27', 'organization_id=1', 'parent_id=1', 'modified_after=yesterday', 'modified_after=2026-13-45', 'modified_after=2026', 'postcode=1', 'proximity=x', 'lang=xx', 'lang=',
  ];
  test.each(wrong)('%s is a problem with a name', async (query) => {
    const p = await portal(engine);
    for (const path of ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms']) {
      const answer = await ask(p, `/api/hsds/${path}?${query}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await answer.json()).toMatchObject({ status: 400, parameter: query.split('=')[0] });
    }
  });

  test.each(['services/00000000-0000-4000-8000-000000000000', 'organizations/x', 'taxonomies/%00', 'nowhere', 'constructor', 'nowhere/1', '__proto__'])('%s is not there', async (path) => {
    const p = await portal(engine);
    const answer = await ask(p, `/api/hsds/${path}?lang=en`, { now: monday });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(await answer.json()).toMatchObject({ status: 404, title: 'There is nothing at this address.' });
  });
});
