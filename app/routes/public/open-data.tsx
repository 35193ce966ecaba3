import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('pages.data.title');
export const loader = load(handle, async () => ({}));

export default function OpenData() {
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('pages.data.title')}</h1>
      <p>{t('pages.data.lead')}</p>
      <p><a href="/open-data/360giving.json">{t('pages.data.file')}</a></p>
      <SummaryList
        items={[
          { label: t('pages.data.inside'), value: t('pages.data.inside.text') },
          { label: t('pages.data.outside'), value: t('pages.data.outside.text') },
          {
            label: t('pages.data.licence'),
            value: <><a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>: {t('pages.data.licence.text')}</>,
          },
        ]}
      />
    </div>
  );
}
