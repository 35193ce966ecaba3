import { languages } from '~/i18n/messages';
import { translator, type Translate } from '~/i18n/translate';
import { isoInstant } from '~/shared/time';
import type { City } from './city';
import { fileName, type DataFile, type DatedDataset } from './datasets';
import type { Node, Term } from './rdf';

const authority = 'http://publications.europa.eu/resource/authority';
const ref = (id: string): Term => ({ ref: id });
const inAll = (say: (t: Translate) => string): Term[] => languages.map((lang) => ({ text: say(translator(lang)), lang }));
const languageCodes = { pl: 'POL', en: 'ENG', uk: 'UKR', de: 'DEU', ru: 'RUS' } as const;
const languageUris = languages.map((lang) => `${authority}/language/${languageCodes[lang]}`);
const themeNames: Record<string, string> = { SOCI: 'Ludność i społeczeństwo', GOVE: 'Rząd i sektor publiczny', REGI: 'Regiony i miasta' };
const licenceUri = `${authority}/licence/CC_BY_4_0`;
const standards = {
  hsds: 'https://docs.openreferral.org/en/3.1/', giving: 'https://standard.threesixtygiving.org/en/latest/', csvw: 'https://www.w3.org/TR/tabular-data-primer/',
  geojson: 'https://www.rfc-editor.org/rfc/rfc7946',
} as const;

/** What the address of an authority stands for; the shapes ask that the document itself says it. */
function classesOf(datasets: readonly DatedDataset[]): Node[] {
  const unique = (values: readonly string[]) => [...new Set(values)];
  const files = datasets.flatMap(({ files: all }): readonly DataFile[] => all);
  const plain = (ids: readonly string[], type: string): Node[] => unique(ids).map((id) => ({ id, types: [type], properties: {} }));
  return [
    ...plain(languageUris, 'dct:LinguisticSystem'),
    ...unique(datasets.map(({ theme }) => theme)).map((theme): Node => ({ id: `${authority}/data-theme/${theme}`, types: ['skos:Concept'], properties: { 'skos:prefLabel': [{ text: themeNames[theme] ?? theme, lang: 'pl' }] } })),
    ...plain(datasets.map(({ frequency }) => `${authority}/frequency/${frequency}`), 'dct:Frequency'),
    ...plain([licenceUri], 'dct:LicenseDocument'),
    ...plain(files.map(({ format }) => `${authority}/file-type/${format}`), 'dct:MediaTypeOrExtent'),
    ...plain(files.map(({ mediaType }) => `http://www.iana.org/assignments/media-types/${mediaType}`), 'dct:MediaType'),
    ...plain(files.map(({ standard }) => standards[standard]), 'dct:Standard'),
  ];
}

function distributionOf(file: DataFile, dataset: DatedDataset, origin: string): Node {
  return {
    id: distributionId(file, origin),
    types: ['dcat:Distribution'],
    properties: {
      'dct:title': inAll((t) => `${t(`openData.dataset.${dataset.id}` as const)}: ${t(`openData.standard.${file.standard}` as const)}`),
      'dcat:accessURL': [ref(`${origin}${file.path}`)],
      ...(file.standard === 'hsds' ? {} : { 'dcat:downloadURL': [ref(`${origin}${file.path}`)] }),
      'dct:license': [ref(licenceUri)],
      'dct:format': [ref(`${authority}/file-type/${file.format}`)],
      'dcat:mediaType': [ref(`http://www.iana.org/assignments/media-types/${file.mediaType}`)],
      'dct:conformsTo': [ref(standards[file.standard])],
    },
  };
}

const datasetId = (id: string, origin: string) => `${origin}/open-data/catalog#${id}`;
const distributionId = (file: DataFile, origin: string) => `${origin}/open-data/catalog#file-${fileName(file)}`;

/** The catalogue of datasets (DCAT-AP 3) as nodes; the same data give the same nodes. */
export function catalogueOf(datasets: readonly DatedDataset[], origin: string, city: City): Node[] {
  const publisher = `${origin}/open-data/catalog#publisher`;
  const contact = `${origin}/open-data/catalog#contact`;
  const changed = new Date(Math.max(0, ...datasets.map((one) => one.changed.getTime())));
  const when = (moment: Date): Term => ({ value: isoInstant(moment), type: 'xsd:dateTime' });
  return [
    {
      id: `${origin}/open-data/catalog`,
      types: ['dcat:Catalog'],
      properties: {
        'dct:title': inAll((t) => t('openData.catalogue')), 'dct:description': inAll((t) => t('openData.lead')), 'dct:publisher': [ref(publisher)],
        'dct:language': languageUris.map(ref), 'dct:license': [ref(licenceUri)], 'dct:modified': [when(changed)], 'foaf:homepage': [ref(`${origin}/pl/open-data`)],
        'dcat:dataset': datasets.map(({ id }) => ref(datasetId(id, origin))),
      },
    },
    { id: publisher, types: ['foaf:Agent'], properties: { 'foaf:name': [{ text: city.name, lang: 'pl' }], 'dct:identifier': [{ value: city.id, type: 'xsd:string' }] } },
    { id: contact, types: ['vcard:Kind'], properties: { 'vcard:fn': [{ value: city.name, type: 'xsd:string' }], 'vcard:hasURL': [ref(`${origin}/pl/open-data`)] } },
    { id: `${origin}/pl/open-data`, types: ['foaf:Document'], properties: {} },
    ...datasets.flatMap((dataset) => [
      {
        id: datasetId(dataset.id, origin),
        types: ['dcat:Dataset'],
        properties: {
          'dct:title': inAll((t) => t(`openData.dataset.${dataset.id}` as const)), 'dct:description': inAll((t) => t(`openData.datasetAbout.${dataset.id}` as const)),
          'dct:identifier': [{ value: dataset.id, type: 'xsd:string' }], 'dct:publisher': [ref(publisher)], 'dcat:contactPoint': [ref(contact)],
          'dcat:theme': [ref(`${authority}/data-theme/${dataset.theme}`)], 'dct:accrualPeriodicity': [ref(`${authority}/frequency/${dataset.frequency}`)],
          'dct:modified': [when(dataset.changed)], 'dct:language': [ref(`${authority}/language/POL`)], 'dcat:landingPage': [ref(`${origin}/pl/open-data`)],
          'dcat:distribution': dataset.files.map((file) => ref(distributionId(file, origin))),
        },
      },
      ...dataset.files.map((file) => distributionOf(file, dataset, origin)),
    ]),
    ...classesOf(datasets),
  ];
}
