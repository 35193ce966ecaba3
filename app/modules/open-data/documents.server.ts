import { listPublicConsultations } from '~/modules/consultations/queries.server';
import { districtName } from '~/modules/programme/lists';
import type { Read } from '#db/open.server';
import { NotFound } from '~/shared/errors';
import { readDirectory } from './directory.server';
import type { DatasetId, DatedDataset } from './datasets';
import { datasets } from './datasets';
import { givingFile, packageOf, type Publication } from './giving';
import { listOpenCalls, listPublishedAwards } from './queries.server';
import type { Table } from './tables';
import { callTable, consultationTable, givingTable, organisationTable, serviceTable } from './table-rows';

export type Publishing = { read: Read; origin: string; city: Publication['city'] };

/** The awards of one year, or of all; the standard knows no empty package, so without awards there is none. */
export async function givingPackage({ read, origin, city }: Publishing, year?: string) {
  const awards = await listPublishedAwards(read);
  const chosen = year ? awards.filter(({ orderDate }) => orderDate.startsWith(year)) : awards;
  if (chosen.length === 0) throw new NotFound('awards');
  return packageOf(chosen, { origin, city, districtName }, year);
}

const tables: Record<string, (publishing: Publishing) => Promise<Table>> = {
  organisations: async ({ read, origin }) => organisationTable(await readDirectory(read), origin),
  services: async ({ read, origin }) => serviceTable(await readDirectory(read), origin),
  calls: async ({ read, origin }) => callTable(await listOpenCalls(read), origin),
  consultations: async ({ read, origin }) => consultationTable(await listPublicConsultations(read), origin),
};

/** The table behind the name of a CSV file, or NotFound. */
export async function tableNamed(publishing: Publishing, name: string): Promise<Table> {
  const [, year] = /^360giving(?:-(\d{4}))?$/.exec(name) ?? [];
  if (name.startsWith('360giving')) {
    if (name !== '360giving' && !year) throw new NotFound('table');
    const { grants } = await givingPackage(publishing, year);
    return givingTable(grants, givingFile(year).replace('.json', '.csv'));
  }
  const make = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (!make) throw new NotFound('table');
  return make(publishing);
}

const last = (moments: readonly (Date | null | undefined)[]) => new Date(Math.max(0, ...moments.map((moment) => moment?.getTime() ?? 0)));

/** The borders of the districts as the City published them. */
const districtsOf = new Date('2026-01-01T00:00:00Z');

/** What is published now: each dataset that holds something, with the moment of its last change. */
export async function listDatasets(read: Read, now: Date): Promise<DatedDataset[]> {
  const [{ organisations, services, places }, calls, awards, consultations] = await Promise.all([
    readDirectory(read), listOpenCalls(read), listPublishedAwards(read), listPublicConsultations(read),
  ]);
  const entries = organisations.flatMap(({ verifiedAt, confirmedAt, createdAt }) => [verifiedAt, confirmedAt, createdAt]);
  const changes: Record<DatasetId, (Date | null | undefined)[]> = {
    organisations: entries,
    services: services.map(({ changedAt }) => changedAt),
    places: places.length > 0 ? entries : [],
    districts: [districtsOf],
    calls: calls.flatMap(({ openedAt, resultsPublishedAt }) => [openedAt, resultsPublishedAt]),
    grants: awards.flatMap(({ changes: known }) => known),
    consultations: consultations.flatMap(({ opensAt, reportPublishedAt }) => [opensAt, reportPublishedAt]),
  };
  return datasets.flatMap((dataset) => {
    const known = changes[dataset.id].filter((moment) => moment !== null && moment !== undefined && moment <= now);
    return known.length > 0 ? [{ ...dataset, changed: last(known) }] : [];
  });
}

/** The years in which grants were awarded, the latest first. */
export async function yearsOfGrants(read: Read): Promise<string[]> {
  return [...new Set((await listPublishedAwards(read)).map(({ orderDate }) => orderDate.slice(0, 4)))].toSorted().toReversed();
}
