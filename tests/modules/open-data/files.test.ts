import { describe, expect, test } from 'vitest';
import { languages } from '~/i18n/messages';
import { districts } from '~/modules/programme/lists';
import { acceptedAward } from '../../support/award';
import { activeAgreement } from '../../support/agreement';
import { ask, askJson, origin } from '../../support/open';
import { eachEngine, portal, type Portal } from '../../support/portal';
import { faultsOfCsvw, faultsOfGeo, faultsOfRows, parseCsv } from '../../standards/rules';
import { read } from '../../standards/schemas';
import { all, parseXml, textOf } from '../../standards/xml';
import { asked } from '../consultations/asked';
import { changed, city, place, secret } from './entries';

const text = async (p: Portal, path: string) => {
  const bytes = Buffer.from(await (await ask(p, path)).arrayBuffer());
  return bytes.toString('utf8');
};
const tables = ['organisations', 'services', 'calls', 'consultations', '360giving', '360giving-2026'];

describe('the rules', () => {
  test('take the valid tables and maps and refuse the invalid ones', () => {
    expect(faultsOfCsvw(read('fixtures/csvw-organizations.valid.json'))).toEqual([]);
    expect(faultsOfCsvw(read('fixtures/csvw-organizations.invalid.json')).length).toBeGreaterThanOrEqual(5);
    expect(faultsOfGeo(read('fixtures/geojson-organizations.valid.geojson'))).toEqual([]);
    expect(faultsOfGeo(read('fixtures/geojson-organizations.invalid.geojson'))).toEqual(['properties', 'point outside', 'feature', 'properties', 'open ring']);
  });

  test('read a table as RFC 4180 writes it, and see a cell that is not what its column says', () => {
    expect(parseCsv('\uFEFFid,name\r\n1,"a, ""b""\r\nc"\r\n2,\r\n')).toEqual([['id', 'name'], ['1', 'a, "b"\r\nc'], ['2', '']]);
    const about = { url: 'x', tableSchema: { primaryKey: 'id', columns: [{ name: 'id', titles: 'id', datatype: 'integer' }, { name: 'on', titles: 'on', datatype: 'date', required: true }] } };
    expect(faultsOfRows([['id', 'on'], ['1', '2026-01-01'], ['1', ''], ['x', '1.1.2026'], ['4', '2026-01-01', '']], about)).toEqual(['key twice', 'on empty', 'id x', 'on 1.1.2026', 'cells 3']);
  });
});

eachEngine((engine) => {
  test('every table is what the description of its columns says', async () => {
    const p = await portal(engine);
    await activeAgreement(p);
    await asked(p);
    const { open } = await city(p);
    await changed(p, open.id, { name: '=Fundacja "Most", druga\nlinia' });
    for (const name of tables) {
      const csv = await text(p, `/open-data/${name}.csv`);
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const about = (await askJson(p, `/open-data/${name}.csv-metadata.json`)) as Parameters<typeof faultsOfCsvw>[0];
      expect({ name, faults: faultsOfCsvw(about) }).toEqual({ name, faults: [] });
      expect(about.url).toBe(`${name}.csv`);
      // Every column and the table itself have a name in each language of the portal, and none stands for another.
      const said = about as unknown as { 'dc:title': { '@language': string }[]; 'dc:license': unknown; tableSchema: { columns: { titles: Record<string, string> }[] } };
      expect(said['dc:title'].map((title) => title['@language'])).toEqual([...languages]);
      expect(said['dc:license']).toEqual({ '@id': 'https://creativecommons.org/licenses/by/4.0/' });
      for (const { titles } of said.tableSchema.columns) expect(Object.entries(titles).filter(([, title]) => !title || title.startsWith('columns.')), JSON.stringify(titles)).toEqual([]);
      expect(said.tableSchema.columns.map(({ titles }) => Object.keys(titles).join())).toEqual(said.tableSchema.columns.map(() => ['und', ...languages].join()));
      for (const lang of languages) expect(new Set(said.tableSchema.columns.map(({ titles }) => titles[lang])).size).toBe(said.tableSchema.columns.length);
      expect((await ask(p, `/open-data/${name}.csv`)).headers.get('link')).toBe(`</open-data/${name}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`);
      const rows = parseCsv(csv);
      expect({ name, faults: faultsOfRows(rows, about) }).toEqual({ name, faults: [] });
      expect(rows.length).toBeGreaterThan(1);
      expect(csv).not.toContain(secret);
    }
    const rows = parseCsv(await text(p, '/open-data/organisations.csv'));
    expect(rows.map(([, name]) => name)).toContain('=Fundacja "Most", druga\nlinia');
  });

  test('the headings of the tables never change', async () => {
    const p = await portal(engine);
    expect(parseCsv(await text(p, '/open-data/organisations.csv'))[0]?.join()).toBe(
      'id,name_pl,short_name,legal_form,krs,nip,regon,street,postcode,city,district,email,phone,website,founded,description_pl,target_groups,community_roles,languages,fields,url',
    );
    expect(parseCsv(await text(p, '/open-data/services.csv'))[0]?.join()).toBe(
      'id,organisation_id,kind,status,name_pl,description_pl,cost,languages,target_groups,hours,place_street,place_district,latitude,longitude,changed_at,url',
    );
    expect(parseCsv(await text(p, '/open-data/calls.csv'))[0]?.join()).toBe(
      'number,title_pl,status,area,budget_pln,min_grant_pln,max_grant_pln,opened_at,closes_at,task_from,task_to,results_published_at,url',
    );
    expect(parseCsv(await text(p, '/open-data/consultations.csv'))[0]?.join()).toBe('slug,title_pl,question_pl,status,opens_at,closes_at,report_published_at,url');
  });

  test('the map has the places that may be seen, inside the city, and every district', async () => {
    const p = await portal(engine);
    const { open, atRisk } = await city(p);
    const places = (await askJson(p, '/api/geo/locations.geojson')) as { features: { properties: { name: string } }[] };
    expect(faultsOfGeo(places)).toEqual([]);
    expect(places.features).toMatchObject([{ geometry: { coordinates: [19.9603, 50.0478] }, properties: { name: 'Fundacja Spotkanie 1', place: 'Biuro', district: 'XIII Podgórze' } }]);
    await changed(p, atRisk.id, { safeMode: false });
    await place(p, open.id, 'place-without-point', { latitude: null, longitude: null });
    expect(((await askJson(p, '/api/geo/locations.geojson')) as typeof places).features).toHaveLength(2);
    const areas = (await askJson(p, '/api/geo/districts.geojson')) as { features: { properties: { slug: string } }[] };
    expect(faultsOfGeo(areas)).toEqual([]);
    expect(areas.features.map(({ properties }) => properties.slug)).toEqual(districts.map(({ slug }) => slug));
  });

  test('the awards of a year are a file of their own, with the same rows as its table', async () => {
    const p = await portal(engine);
    expect((await ask(p, '/open-data/360giving.json')).headers.get('content-type')).toContain('problem+json');
    await activeAgreement(p);
    await acceptedAward(p);
    const whole = (await askJson(p, '/open-data/360giving.json')) as { grants: { id: string; amountAwarded: number; dataSource: string }[] };
    const year = (await askJson(p, '/open-data/360giving-2026.json', { env: { CITY_ORG_ID: 'PL-REGON-999999990' } })) as typeof whole;
    expect(whole.grants).toHaveLength(2);
    expect(year.grants.map(({ id }) => id)).toEqual(whole.grants.map(({ id }) => id.replace('351554353', '999999990')));
    expect(year.grants[0]?.dataSource).toBe(`${origin}/open-data/360giving-2026.json`);
    const [, ...rows] = parseCsv(await text(p, '/open-data/360giving.csv'));
    expect(rows.map(([id, , , , , amount]) => `${id} ${amount}`)).toEqual(whole.grants.map(({ id, amountAwarded }) => `${id} ${amountAwarded}`));
    for (const path of ['360giving-2025.json', '360giving-2025.csv', '360giving-26.json', '360giving-x.csv', '360giving.csv-metadata', 'x.csv', 'constructor.csv', 'constructor', '__proto__.csv']) {
      expect(`${path} ${(await ask(p, `/open-data/${path}`)).status}`).toBe(`${path} 404`);
    }
  });

  test('the site map names every public page in every language, and none that is not public', async () => {
    const p = await portal(engine);
    const { number } = await activeAgreement(p);
    const { slug } = await asked(p);
    const { open, draft } = await city(p);
    const parts = all(parseXml(await text(p, '/sitemap.xml')), 'loc').map((loc) => loc.text);
    const urls = (await Promise.all(parts.map(async (part) => all(parseXml(await text(p, part.replace(origin, ''))), 'url')))).flat();
    const addresses = urls.map((url) => textOf(url, 'loc'));
    for (const lang of languages) {
      for (const path of ['', '/organisations', `/organisations/${open.slug}`, `/initiatives/${number}`, `/consultations/${slug}`, '/open-data/api']) expect(addresses).toContain(`${origin}/${lang}${path}`);
      expect(addresses).not.toContain(`${origin}/${lang}/organisations/${draft.slug}`);
    }
    for (const url of urls) {
      const links = url.within.filter(({ name }) => name === 'xhtml:link').map(({ attributes }) => attributes);
      expect(links.map(({ hreflang }) => hreflang)).toEqual([...languages, 'x-default']);
      expect(links.map(({ href }) => href)).toContain(textOf(url, 'loc'));
    }
    expect((await ask(p, '/sitemap/nothing-1.xml')).status).toBe(404);
    expect((await ask(p, '/sitemap/pages-2.xml')).status).toBe(404);
    expect(await text(p, '/robots.txt')).toContain(`Sitemap: ${origin}/sitemap.xml`);
  });
});
