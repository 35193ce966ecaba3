import { NotFound } from '~/shared/errors';
import { csvwOf, describedBy } from './csvw';
import { catalogueOf } from './dcat';
import { daneGovXml, md5Of } from './danegov';
import { givingPackage, listDatasets, tableNamed, type Publishing } from './documents.server';
import { jsonLd, turtle } from './rdf';
import { csvOf } from './tables';

type Made = { body: string; type: string; link?: string };
type Asked = Publishing & { now: Date };

const json = (value: unknown, type: string): Made => ({ body: JSON.stringify(value), type });

async function nodes({ read, now, origin, city }: Asked) {
  return catalogueOf(await listDatasets(read, now), origin, city);
}
const asTurtle = async (asked: Asked) => ({ body: turtle(await nodes(asked)), type: 'text/turtle; charset=utf-8' });
const harvested = async ({ read, now, origin }: Asked) => daneGovXml(await listDatasets(read, now), origin);

const catalogues: Record<string, (asked: Asked) => Promise<Made>> = {
  catalog: asTurtle,
  'catalog.ttl': asTurtle,
  'catalog.jsonld': async (asked) => json(jsonLd(await nodes(asked)), 'application/ld+json; charset=utf-8'),
  'danegov.xml': async (asked) => ({ body: await harvested(asked), type: 'application/xml; charset=utf-8' }),
  'danegov.md5': async (asked) => ({ body: md5Of(await harvested(asked)), type: 'text/plain; charset=utf-8' }),
};

/** The document under this name in /open-data/, or NotFound. */
export async function openFile(asked: Asked, name: string): Promise<Made> {
  const catalogue = Object.hasOwn(catalogues, name) ? catalogues[name] : undefined;
  if (catalogue) return catalogue(asked);
  const [, year, awards] = /^360giving(?:-(\d{4}))?(\.json)$/.exec(name) ?? [];
  if (awards) return json(await givingPackage(asked, year), 'application/json; charset=utf-8');
  const [, table, metadata] = /^([\w-]+)\.csv(-metadata\.json)?$/.exec(name) ?? [];
  if (!table) throw new NotFound('file');
  const made = await tableNamed(asked, table);
  return metadata ? json(csvwOf(made), 'application/csvm+json; charset=utf-8') : { body: csvOf(made), type: 'text/csv; charset=utf-8; header=present', link: describedBy(`/open-data/${name}-metadata.json`) };
}
