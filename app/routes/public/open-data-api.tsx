import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { operations, parameterNames, profile, version } from '~/modules/open-data/hsds/openapi';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { DataTable } from '~/ui/data-table';

export const handle = declare({ see: 'public.read' });
export const meta = titled('openData.api.title');

export const loader = load(handle, async ({ context }) => ({ base: `${context.origin}/api/hsds` }));

/** The read API as people read it: how to ask, every address, every parameter; the same list the OpenAPI file is made from. */
export default function OpenDataApi() {
  const { base } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/open-data`, label: t('openData.title') }]} />
      <h1>{t('openData.api.title')}</h1>
      <p>{t('openData.api.lead')}</p>
      <p><code>{base}</code></p>
      <ul>
        <li><a href={`/api/hsds/openapi.json?lang=${lang}`}>{t('openData.api.forPrograms')}</a></li>
        <li><a href={profile} rel="noopener noreferrer">Open Referral HSDS {version}</a></li>
      </ul>
      <h2>{t('openData.api.how')}</h2>
      <ul>
        {(['language', 'paging', 'errors', 'fresh'] as const).map((rule) => <li key={rule}>{t(`openData.api.${rule}` as const)}</li>)}
      </ul>
      <DataTable
        caption={t('openData.api.addresses')}
        columns={[{ key: 'path', label: t('openData.api.address'), rowHeader: true }, { key: 'gives', label: t('openData.api.gives') }, { key: 'parameters', label: t('openData.api.parameters') }]}
        rows={operations.map(({ path, say, parameters }) => ({
          id: path,
          cells: {
            path: path.includes('{') ? <code>{path}</code> : <a href={`/api/hsds${path === '/' ? '' : path}?lang=${lang}`}><code>{path}</code></a>,
            gives: t(`openData.api.${say}` as const),
            parameters: <code>{parameters.join(' ')}</code>,
          },
        }))}
      />
      <DataTable
        caption={t('openData.api.parameters')}
        columns={[{ key: 'name', label: t('openData.api.parameter'), rowHeader: true }, { key: 'meaning', label: t('openData.api.meaning') }]}
        rows={parameterNames.map((name) => ({ id: name, cells: { name: <code>{name}</code>, meaning: t(`openData.api.param.${name}` as const) } }))}
      />
    </div>
  );
}
