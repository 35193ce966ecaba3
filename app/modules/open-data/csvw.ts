import type { MessageKey } from '~/i18n/codes';
import { languages, type Lang } from '~/i18n/messages';
import { translator, type Translate } from '~/i18n/translate';
import { columnLabel } from '~/modules/organisations/bulk/column-labels';
import { importColumns } from '~/modules/organisations/content-of-imports';
import { columns as exported } from '~/modules/organisations/export/columns';
import { licence, type DatasetId } from './datasets';
import { headingOf, type Column, type Table } from './tables';

/** Where programs find what the columns of a CSV file mean: a header of the file itself. */
export function describedBy(path: string): string {
  return `<${path}>; rel="describedby"; type="application/csvm+json"`;
}

const inAll = (say: (t: Translate) => string) => Object.fromEntries(languages.map((lang) => [lang, say(translator(lang))])) as Record<Lang, string>;
const inSentences = (say: (t: Translate) => string) => Object.entries(inAll(say)).map(([lang, text]) => ({ '@value': text, '@language': lang }));

/** What people call a column of an open table. */
export function columnTitle(t: Translate, name: string): string {
  const known = importColumns.find((one) => one === name);
  if (known) return columnLabel(t, known);
  if (name === 'name_pl' || name === 'description_pl') return `${columnLabel(t, name === 'name_pl' ? 'name' : 'description')} (pl)`;
  return t(`columns.${name}` as MessageKey);
}

const formats: Record<string, string> = { krs: '[0-9]{10}', nip: '[0-9]{10}', regon: '[0-9]{9}([0-9]{5})?' };

function datatypeOf({ name, datatype }: Column) {
  if (datatype === 'decimal') return { base: 'decimal', format: { decimalChar: '.' } };
  return Object.hasOwn(formats, name) ? { base: datatype, format: formats[name] } : datatype;
}

type Described = { url: string; about: DatasetId; key: string; columns: readonly Column[]; titleOf: (t: Translate, name: string) => string };

/** What a CSV file holds and what its columns mean, for programs and in five languages: CSV on the Web. */
function metadata({ url, about, key, columns, titleOf }: Described) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'pl' }],
    url,
    'dc:title': inSentences((t) => t(`openData.dataset.${about}` as const)),
    'dc:description': inSentences((t) => t(`openData.datasetAbout.${about}` as const)),
    'dc:license': { '@id': licence.url },
    dialect: { delimiter: ',', encoding: 'utf-8', header: true },
    tableSchema: {
      primaryKey: key,
      columns: columns.map((column) => ({
        name: column.name,
        // The heading in the file is in no language; beside it stands what people call the column.
        titles: { und: headingOf(column), ...inAll((t) => titleOf(t, column.name)) },
        datatype: datatypeOf(column),
        ...(column.lang ? { lang: column.lang } : {}), ...(column.required ? { required: true } : {}),
      })),
    },
  };
}

/** The description of an open table, each row of which is known by its first column. */
export function csvwOf({ file, about, columns }: Table) {
  return metadata({ url: file, about, key: columns[0]?.name ?? '', columns, titleOf: columnTitle });
}

const typed: Record<string, Pick<Column, 'datatype' | 'required'>> = {
  name: { datatype: 'string', required: true }, website: { datatype: 'anyURI' }, confirmed: { datatype: 'date' }, address: { datatype: 'anyURI', required: true },
};

/** The description of the list that the directory gives out; its rows are known by the address of the entry. */
export function csvwOfDirectory(query: string) {
  const headings = new Map(exported.map(({ name, heading }) => [name, heading]));
  const columns = exported.map(({ name }): Column => ({ name, datatype: 'string', ...typed[name] }));
  return metadata({ url: `csv${query}`, about: 'organisations', key: 'address', columns, titleOf: (t, name) => headings.get(name)?.(t) ?? name });
}
