import { createHash } from 'node:crypto';
import { translator } from '~/i18n/translate';
import { dayOf } from '~/shared/time';
import { fileName, type DataFile, type DatedDataset } from './datasets';
import { leaf, xml, type Element } from './xml';

const [polish, english] = [translator('pl'), translator('en')];
type Say = (t: typeof polish) => string;
const inBoth = (name: string, say: Say): Element => ({ name, within: [leaf('polish', say(polish)), leaf('english', say(english))] });

// Never used again for something else, and never longer than 36 signs.
const identOf = (id: string, file?: DataFile) => ['ok', id, file && fileName(file).replace('.', '-')].filter(Boolean).join('-');
const frequencies = { DAILY: 'daily', IRREG: 'notApplicable' } as const;
const flags = (names: readonly string[]) => names.map((name) => leaf(name, 'false'));
const kinds = ['hasDynamicData', 'hasHighValueData', 'hasHighValueDataFromEuropeanCommissionList', 'hasResearchData'];

function resourceOf(file: DataFile, { id, changed }: DatedDataset, origin: string): Element {
  const name: Say = (t) => `${t(`openData.dataset.${id}` as const)}: ${t(`openData.standard.${file.standard}` as const)}`;
  return {
    name: 'resource', attributes: { status: 'published' },
    within: [
      leaf('extIdent', identOf(id, file)), leaf('url', `${origin}${file.path}`), inBoth('title', name), inBoth('description', (t) => t(`openData.standardAbout.${file.standard}` as const)),
      leaf('availability', 'remote'), leaf('dataDate', dayOf(changed)), ...flags([...kinds, 'containsProtectedData']),
    ],
  };
}

function datasetOf(dataset: DatedDataset, origin: string): Element {
  const { id, frequency, theme, files } = dataset;
  return {
    name: 'dataset', attributes: { status: 'published' },
    within: [
      leaf('extIdent', identOf(id)), inBoth('title', (t) => `${t('ui.portalName')} – ${t(`openData.dataset.${id}` as const)}`),
      inBoth('description', (t) => t(`openData.datasetAbout.${id}` as const)), leaf('updateFrequency', frequencies[frequency]), ...flags(kinds),
      { name: 'categories', within: [leaf('category', theme)] }, { name: 'resources', within: files.map((file) => resourceOf(file, dataset, origin)) },
      { name: 'tags', within: ['organizacje pozarządowe', 'integracja', polish(`openData.dataset.${id}` as const)].map((tag) => ({ name: 'tag', attributes: { lang: 'pl' }, within: tag })) },
    ],
  };
}

/** The datasets for the harvester of dane.gov.pl; the same data give the same bytes. */
export function daneGovXml(datasets: readonly DatedDataset[], origin: string): string {
  return xml({
    name: 'ns2:datasets',
    attributes: { 'xmlns:ns2': 'urn:otwarte-dane:harvester:1.13', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' },
    within: datasets.map((dataset) => datasetOf(dataset, origin)),
  });
}

/** The sum of exactly those bytes, as the harvester compares it. */
export function md5Of(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
