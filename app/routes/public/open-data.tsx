import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { fileName, licence } from '~/modules/open-data/datasets';
import { listDatasets, yearsOfGrants } from '~/modules/open-data/documents.server';
import { dayOf, formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('openData.title');

export const loader = load(handle, async ({ context, lang }) => {
  const { db: { read }, now } = context;
  const datasets = await listDatasets(read, now);
  return { datasets: datasets.map(({ id, files, changed }) => ({ id, files, changed: formatDay(dayOf(changed), lang) })), years: await yearsOfGrants(read) };
});

/** Every dataset with its files, their formats, the licence and the last change; then the ways in for programs. */
export default function OpenData() {
  const { datasets, years } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('openData.title')}</h1>
      <p>{t('openData.lead')}</p>
      <DataTable
        caption={t('openData.sets')}
        columns={[
          { key: 'name', label: t('openData.set'), rowHeader: true }, { key: 'files', label: t('openData.files') }, { key: 'changed', label: t('openData.changed') },
          { key: 'licence', label: t('openData.licence') },
        ]}
        rows={datasets.map(({ id, files, changed }) => ({
          id,
          cells: {
            name: <>{t(`openData.dataset.${id}` as const)} <span className="hint">{t(`openData.datasetAbout.${id}` as const)}</span></>,
            files: (
              <>
                {files.map((file) => (
                  <span key={file.path}>
                    <a href={file.path}>{t(`openData.standard.${file.standard}` as const)}</a>
                    {file.standard === 'csvw' ? <> (<a href={`${file.path}-metadata.json`} aria-label={`${fileName(file)}: ${t('openData.columns')}`}>{t('openData.columns')}</a>)</> : null}
                    <br />
                  </span>
                ))}
              </>
            ),
            changed,
            licence: <a href={licence.url} rel="license">{licence.name}</a>,
          },
        }))}
      />
      {years.length > 0 ? (
        <section className="stack">
          <h2>{t('openData.years')}</h2>
          <ul>
            {years.map((year) => <li key={year}>{year}: <a href={`/open-data/360giving-${year}.json`} aria-label={`${year} JSON`}>JSON</a>, <a href={`/open-data/360giving-${year}.csv`} aria-label={`${year} CSV`}>CSV</a></li>)}
          </ul>
        </section>
      ) : null}
      <section className="stack">
        <h2>{t('openData.catalogues')}</h2>
        <ul>
          <li><a href={`/${lang}/open-data/api`}>{t('openData.api.title')}</a></li>
          <li>DCAT-AP 3: <a href="/open-data/catalog.ttl">Turtle</a>, <a href="/open-data/catalog.jsonld">JSON-LD</a></li>
          <li>dane.gov.pl: <a href="/open-data/danegov.xml">XML</a>, <a href="/open-data/danegov.md5">MD5</a></li>
        </ul>
      </section>
      <SummaryList
        items={[
          { label: t('openData.outside'), value: t('openData.outside.text') },
          { label: t('openData.licence'), value: <><a href={licence.url} rel="license">{licence.name}</a>: {t('openData.licence.text')} {t('openData.districtsFrom')}</> },
          { label: 'CSV', value: t('openData.cells') },
        ]}
      />
    </div>
  );
}
