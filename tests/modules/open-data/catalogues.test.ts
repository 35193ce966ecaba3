import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { describe, expect, test } from 'vitest';
import { datasets, type DataFile } from '~/modules/open-data/datasets';
import { turtle as written } from '~/modules/open-data/rdf';
import { leaf, xml } from '~/modules/open-data/xml';
import { activeAgreement } from '../../support/agreement';
import { ask, askJson, origin } from '../../support/open';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { faultsOfHarvest } from '../../standards/rules';
import { all, parseXml, textOf } from '../../standards/xml';
import { asked } from '../consultations/asked';
import { city, secret, service } from './entries';

const turtle = (text: string) => new Store(new Parser().parse(text));
const file = (path: string) => readFileSync(`tests/standards/${path}`, 'utf8');
const shapes = ['shapes', 'range'].map((name) => new Validator(turtle(file(`dcat/dcat-ap-3.0.1-${name}.ttl`))));

/** What the shapes of DCAT-AP find wrong with a catalogue. */
async function faultsOf(text: string): Promise<string[]> {
  const reports = await Promise.all(shapes.map((shape) => shape.validate(turtle(text))));
  return reports.flatMap(({ results }) => results.map(({ focusNode, path, message }) => `${focusNode?.value} ${path?.value} ${message.map(({ value }) => value).join()}`));
}

/** A portal with something in every dataset. */
async function full(p: Portal) {
  await activeAgreement(p);
  await asked(p);
  return city(p);
}

const text = async (p: Portal, path: string, now = monday) => (await ask(p, path, { now })).text();
const after = new Date('2026-03-10T09:00:00Z');

describe('the checks', () => {
  test('the shapes take the valid catalogue and refuse the invalid one', async () => {
    expect(await faultsOf(file('fixtures/dcat-catalog.valid.ttl'))).toEqual([]);
    expect((await faultsOf(file('fixtures/dcat-catalog.invalid.ttl'))).length).toBeGreaterThanOrEqual(5);
  });

  test('the rules take the valid harvest and refuse the invalid one', () => {
    expect(faultsOfHarvest(parseXml(file('fixtures/danegov-harvester.valid.xml')))).toEqual([]);
    expect(faultsOfHarvest(parseXml(file('fixtures/danegov-harvester.invalid.xml'))).length).toBeGreaterThanOrEqual(5);
  });

  test.each(['<a>', '<a></b>', '<a/><b/>', '<a>&nbsp;</a>', '<a b=c/>', 'x', '<a>1 < 2</a>', '<a>R&D</a>'])('%s is not well formed', (body) => {
    expect(() => parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)).toThrow();
  });
});

test('no name breaks the document it stands in', () => {
  const name = 'R&D <b> "c" \\ \n\t&amp;';
  const read = parseXml(xml({ name: 'a', attributes: { b: 'x & "y" <z>' }, within: [leaf('c', name)] }));
  expect([read.attributes.b, textOf(read, 'c')]).toEqual(['x & "y" <z>', name]);
  const [quad] = new Parser().parse(written([{ id: 'https://portal.test/ó x', types: ['dcat:Dataset'], properties: { 'dct:title': [{ text: name, lang: 'pl' }] } }])).slice(1);
  expect(quad?.object).toMatchObject({ value: name, language: 'pl' });
});

eachEngine((engine) => {
  test('the catalogue of datasets is valid, in Turtle and in JSON-LD alike', async () => {
    const p = await portal(engine);
    await full(p);
    const made = await text(p, '/open-data/catalog.ttl', after);
    expect(await faultsOf(made)).toEqual([]);
    const quads = new Parser().parse(made);
    expect(quads.filter(({ object }) => object.value === 'http://www.w3.org/ns/dcat#Dataset')).toHaveLength(datasets.length);
    const linked = (await askJson(p, '/open-data/catalog.jsonld', { now: after })) as { '@graph': Record<string, unknown[]>[] };
    const count = linked['@graph'].reduce((sum, { '@id': _id, ...node }) => sum + Object.values(node).flat().length, 0);
    expect(count).toBe(quads.length);
    expect(made).not.toContain(secret);
  });

  test('every address in the catalogue answers with what the catalogue says it is', async () => {
    const p = await portal(engine);
    await full(p);
    const quads = new Parser().parse(await text(p, '/open-data/catalog.ttl', after));
    const addresses = quads.filter(({ predicate }) => predicate.value.endsWith('accessURL')).map(({ object }) => object.value);
    const files = datasets.flatMap((one): readonly DataFile[] => one.files);
    expect(addresses.toSorted()).toEqual(files.map(({ path }) => `${origin}${path}`).toSorted());
    for (const { path, mediaType } of files) {
      const answer = await ask(p, path);
      expect(`${path} ${answer.status} ${answer.headers.get('content-type')?.split(';')[0]}`).toBe(`${path} 200 ${mediaType}`);
    }
  });

  test('an empty portal has a catalogue of what it does hold', async () => {
    const p = await portal(engine);
    const made = await text(p, '/open-data/catalog.ttl');
    expect(await faultsOf(made)).toEqual([]);
    expect(made).not.toContain('360giving');
    expect(faultsOfHarvest(parseXml(await text(p, '/open-data/danegov.xml')))).toEqual([]);
  });

  test('dane.gov.pl gets its own XML, and the sum of exactly those bytes, as long as nothing changes', async () => {
    const p = await portal(engine);
    const { open } = await full(p);
    const made = await text(p, '/open-data/danegov.xml', after);
    const root = parseXml(made);
    expect(faultsOfHarvest(root)).toEqual([]);
    expect(all(root, 'dataset')).toHaveLength(datasets.length);
    expect(all(root, 'dataset').map((one) => textOf(one, 'extIdent'))).toContain('ok-organisations');
    expect(await text(p, '/open-data/danegov.md5', after)).toBe(createHash('md5').update(Buffer.from(made, 'utf8')).digest('hex'));
    expect(await text(p, '/open-data/danegov.xml', new Date('2027-01-01T00:00:00Z'))).toBe(made);
    await service(p, open.id, 'service-new', { changedAt: new Date('2026-03-09T12:00:00Z') });
    expect(await text(p, '/open-data/danegov.md5', after)).not.toBe(createHash('md5').update(made).digest('hex'));
  });
});
