import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('pages.privacy.title');
export const loader = load(handle, async () => ({}));

const purposes = [
  { purpose: 'accounts', basis: '6(1)(c), 6(1)(e)' },
  { purpose: 'register', basis: '6(1)(e), 6(1)(a)' },
  { purpose: 'claims', basis: '6(1)(e)' },
  { purpose: 'suggestions', basis: '6(1)(e)' },
  { purpose: 'alerts', basis: '6(1)(a)' },
  { purpose: 'grants', basis: '6(1)(b), 6(1)(c), 6(1)(e)' },
  { purpose: 'localInitiatives', basis: '6(1)(b), 6(1)(e)' },
  { purpose: 'consultations', basis: '6(1)(e)' },
] as const;

export default function Privacy() {
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('pages.privacy.title')}</h1>
      <p>{t('pages.privacy.lead')}</p>
      <Notice>{t('pages.contactExample')}</Notice>
      <SummaryList
        items={[
          { label: t('pages.privacy.controller'), value: t('pages.privacy.controller.text') },
          { label: t('pages.privacy.dpo'), value: <a href="mailto:iod@example.org">iod@example.org</a> },
        ]}
      />
      <h2>{t('pages.privacy.purposes')}</h2>
      <DataTable
        caption={t('pages.privacy.purposes')}
        hideCaption
        columns={[
          { key: 'purpose', label: t('pages.privacy.column.purpose'), rowHeader: true },
          { key: 'data', label: t('pages.privacy.column.data') },
          { key: 'basis', label: t('pages.privacy.column.basis') },
          { key: 'kept', label: t('pages.privacy.column.kept') },
        ]}
        rows={purposes.map(({ purpose, basis }) => ({
          id: purpose,
          cells: { purpose: t(`pages.privacy.${purpose}` as const), data: t(`pages.privacy.${purpose}.data` as const), basis, kept: t(`pages.privacy.${purpose}.kept` as const) },
        }))}
      />
      <p className="hint">{t('pages.privacy.kept.note')}</p>
      <h2>{t('pages.privacy.never')}</h2>
      <p>{t('pages.privacy.never.text')}</p>
      <h2>{t('pages.privacy.rights')}</h2>
      <p>{t('pages.privacy.rights.text')}</p>
      <p>{t('pages.privacy.complaint')}</p>
      <p>{t('pages.privacy.cookies')}</p>
      <p>{t('pages.privacy.place')}</p>
    </div>
  );
}
