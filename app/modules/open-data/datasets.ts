/** One file of a dataset: where it is, and how the authority list of the EU calls its format. */
export type DataFile = { path: string; format: 'JSON' | 'CSV' | 'GEOJSON'; mediaType: string; standard: 'hsds' | 'giving' | 'csvw' | 'geojson' };

const csv = (name: string): DataFile => ({ path: `/open-data/${name}.csv`, format: 'CSV', mediaType: 'text/csv', standard: 'csvw' });
const api = (name: string): DataFile => ({ path: `/api/hsds/${name}`, format: 'JSON', mediaType: 'application/json', standard: 'hsds' });
const geo = (name: string): DataFile => ({ path: `/api/geo/${name}.geojson`, format: 'GEOJSON', mediaType: 'application/geo+json', standard: 'geojson' });

/** Everything the portal publishes as data: what the page, the catalogues of datasets and the tests go by. */
export const datasets = [
  { id: 'organisations', theme: 'SOCI', frequency: 'DAILY', files: [api('organizations'), csv('organisations')] },
  { id: 'services', theme: 'SOCI', frequency: 'DAILY', files: [api('services'), csv('services')] },
  { id: 'places', theme: 'SOCI', frequency: 'DAILY', files: [api('service_at_locations'), geo('locations')] },
  { id: 'districts', theme: 'REGI', frequency: 'IRREG', files: [geo('districts')] },
  { id: 'calls', theme: 'GOVE', frequency: 'DAILY', files: [csv('calls')] },
  { id: 'grants', theme: 'GOVE', frequency: 'DAILY', files: [{ path: '/open-data/360giving.json', format: 'JSON', mediaType: 'application/json', standard: 'giving' }, csv('360giving')] },
  { id: 'consultations', theme: 'GOVE', frequency: 'DAILY', files: [csv('consultations')] },
] as const satisfies { id: string; theme: string; frequency: 'DAILY' | 'IRREG'; files: readonly DataFile[] }[];
export type Dataset = (typeof datasets)[number];
export type DatasetId = Dataset['id'];

/** A dataset with the moment of its last change; one that was never filled has none. */
export type DatedDataset = { id: DatasetId; theme: string; frequency: 'DAILY' | 'IRREG'; files: readonly DataFile[]; changed: Date };

/** The licence of everything here. */
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** The last word of an address of a file, as its short name. */
export function fileName({ path }: Pick<DataFile, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
