import { all, textOf, type Read } from './xml';

const frequencies = ['notApplicable', 'yearly', 'everyHalfYear', 'quarterly', 'monthly', 'weekly', 'daily'];
const categories = ['AGRI', 'ECON', 'EDUC', 'ENER', 'ENVI', 'GOVE', 'HEAL', 'INTR', 'JUST', 'REGI', 'SOCI', 'TECH', 'TRAN'];
const flags = ['hasDynamicData', 'hasHighValueData', 'hasHighValueDataFromEuropeanCommissionList', 'hasResearchData'];

function faultsOfPart(part: Read, moreFlags: string[] = []): string[] {
  const ident = textOf(part, 'extIdent') ?? '';
  const title = part.within.find(({ name }) => name === 'title');
  const description = part.within.find(({ name }) => name === 'description');
  return [
    ...(part.attributes.status === 'published' ? [] : ['status']),
    ...(ident.length > 0 && ident.length <= 36 ? [] : [`extIdent ${ident}`]),
    ...[title, description].flatMap((text, index) => (text && textOf(text, 'polish') ? [] : [index === 0 ? 'title' : 'description'])),
    ...[...flags, ...moreFlags].filter((flag) => !['true', 'false'].includes(textOf(part, flag) ?? '')),
  ];
}

/** What the harvester of dane.gov.pl would refuse, as far as its public files tell. */
export function faultsOfHarvest(root: Read): string[] {
  const datasets = root.within.filter(({ name }) => name === 'dataset');
  const idents = all(root, 'extIdent').map(({ text }) => text);
  return [
    ...(root.name === 'ns2:datasets' && root.attributes['xmlns:ns2'] === 'urn:otwarte-dane:harvester:1.13' ? [] : ['namespace']),
    ...(new Set(idents).size === idents.length ? [] : ['extIdent twice']),
    ...datasets.flatMap((dataset) => [
      ...faultsOfPart(dataset),
      ...(frequencies.includes(textOf(dataset, 'updateFrequency') ?? '') ? [] : ['updateFrequency']),
      ...(all(dataset, 'category').length > 0 && all(dataset, 'category').every(({ text }) => categories.includes(text)) ? [] : ['category']),
      ...(all(dataset, 'resource').length > 0 ? [] : ['resources']),
      ...all(dataset, 'resource').flatMap((resource) => [
        ...faultsOfPart(resource, ['containsProtectedData']),
        ...(/^https?:\/\//.test(textOf(resource, 'url') ?? '') ? [] : ['url']),
        ...(/^\d{4}-\d\d-\d\d$/.test(textOf(resource, 'dataDate') ?? '') ? [] : ['dataDate']),
      ]),
    ]),
  ];
}

type Geometry = { type?: string; coordinates?: unknown };
type Feature = { type?: string; id?: unknown; geometry?: Geometry; properties?: unknown };
const inKrakow = (point: unknown): boolean => {
  const [east, north] = Array.isArray(point) ? (point as unknown[]) : [];
  return typeof east === 'number' && typeof north === 'number' && east > 19.79 && east < 20.22 && north > 49.96 && north < 50.13 && [east, north].every((one) => Number(one.toFixed(6)) === one);
};

function faultsOfGeometry({ type, coordinates }: Geometry = {}): string[] {
  if (type === 'Point') return inKrakow(coordinates) ? [] : ['point outside'];
  const polygons = type === 'MultiPolygon' ? (coordinates as unknown[][][]) : type === 'Polygon' ? [coordinates as unknown[][]] : [];
  if (polygons.length === 0) return ['geometry'];
  return polygons.flat().flatMap((ring) => {
    const points = ring as unknown[];
    const closed = points.length >= 4 && JSON.stringify(points[0]) === JSON.stringify(points.at(-1));
    return [...(closed ? [] : ['open ring']), ...(points.every(inKrakow) ? [] : ['point outside'])];
  });
}

/** What is wrong with a GeoJSON document of this city. */
export function faultsOfGeo(document: { type?: string; features?: Feature[]; crs?: unknown }): string[] {
  return [
    ...(document.type === 'FeatureCollection' ? [] : ['type']),
    ...('crs' in document ? ['crs'] : []),
    ...(document.features ?? []).flatMap(({ type, geometry, properties }) => [
      ...(type === 'Feature' ? [] : ['feature']), ...(typeof properties === 'object' && properties !== null ? [] : ['properties']), ...faultsOfGeometry(geometry),
    ]),
  ];
}

type Column = { name?: string; titles?: string | Record<string, string | string[]>; datatype?: string | { base?: string; format?: unknown }; required?: boolean };
type Csvw = { '@context'?: unknown; url?: string; tableSchema?: { primaryKey?: string; columns?: Column[] } };
const datatypes: Record<string, RegExp> = {
  string: /^[\s\S]*$/, integer: /^-?\d+$/, decimal: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/, date: /^\d{4}-\d\d-\d\d$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, anyURI: /^https?:\/\/\S+$/,
};
const baseOf = ({ datatype = 'string' }: Column) => (typeof datatype === 'string' ? datatype : (datatype.base ?? ''));

/** The headings under which a column may stand in the file: those said in no language. */
const headingsOf = ({ titles = '' }: Column) => (typeof titles === 'string' ? [titles] : [titles.und ?? ''].flat());
const formatOf = ({ datatype }: Column) => (typeof datatype === 'object' && typeof datatype.format === 'string' ? new RegExp(`^(?:${datatype.format})$`) : /^/);

/** What is wrong with the description of the columns of a table. */
export function faultsOfCsvw(document: Csvw): string[] {
  const columns = document.tableSchema?.columns ?? [];
  const names = columns.map(({ name }) => name ?? '');
  return [
    ...(JSON.stringify(document['@context'] ?? '').includes('"http://www.w3.org/ns/csvw"') ? [] : ['@context']),
    ...(document.url ? [] : ['url']),
    ...(new Set(names).size === names.length ? [] : ['name twice']),
    ...names.filter((name) => !/^[A-Za-z0-9_]+$/.test(name)),
    ...columns.filter((column) => !(baseOf(column) in datatypes)).map((column) => `datatype ${baseOf(column)}`),
    ...(names.includes(document.tableSchema?.primaryKey ?? '') ? [] : ['primaryKey']),
    ...columns.flatMap(({ name, titles }) => (typeof titles === 'object' ? Object.keys(titles) : []).filter((lang) => !/^[a-z]{2,3}$/.test(lang)).map((lang) => `${name} ${lang}`)),
  ];
}

/** The rows of a CSV file (RFC 4180). */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

/** What in the rows of a table is not what the description of its columns says. */
export function faultsOfRows(rows: string[][], document: Csvw): string[] {
  const columns = document.tableSchema?.columns ?? [];
  const [head = [], ...body] = rows;
  const key = columns.findIndex(({ name }) => name === document.tableSchema?.primaryKey);
  return [
    ...(head.length === columns.length && head.every((cell, index) => headingsOf(columns[index] ?? {}).includes(cell)) ? [] : ['headings']),
    ...(new Set(body.map((row) => row[key])).size === body.length ? [] : ['key twice']),
    ...body.flatMap((row) =>
      columns.flatMap((column, index) => {
        const cell = row[index];
        if (cell === undefined) return [`${column.name} missing`];
        if (cell === '') return column.required ? [`${column.name} empty`] : [];
        return datatypes[baseOf(column)]?.test(cell) && formatOf(column).test(cell) ? [] : [`${column.name} ${cell}`];
      }),
    ),
    ...body.filter((row) => row.length !== columns.length).map((row) => `cells ${row.length}`),
  ];
}
