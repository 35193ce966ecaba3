import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { ReceiptLink } from '~/modules/receipts/components/receipt-link';
import { findReceiptLinks } from '~/modules/receipts/queries.server';
import { getReport } from '~/modules/reports/queries.server';
import { NotFound } from '~/shared/errors';
import { formatInstantZone } from '~/shared/time';
import { Confirmation } from '~/ui/notice';

export const handle = declare({ see: 'report.read' });
export const meta = titled('reports.receipt');

export const loader = load(handle, async ({ context, params, lang }) => {
  const report = await getReport(context.db.read, params.id ?? '');
  authorise(context.actor, 'report.read', { ...report, handedIn: report.submittedAt !== null });
  if (!report.submittedAt || !report.receiptNumber) throw new NotFound('receipt');
  return { id: report.id, number: report.receiptNumber, sha256: report.sha256, check: await findReceiptLinks(context.db.read, context.origin, report.receiptNumber, report.sha256 ?? ''), when: formatInstantZone(report.submittedAt, lang, { seconds: true }) };
});

export default function ReportReceipt() {
  const { id, number, sha256, check, when } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Confirmation title={t('reports.receipt')} number={number} numberLabel={t('reports.receiptNumber')}>
        <p>{t('reports.receiptTime', { when })}</p>
        <p>{t('reports.receiptHash')}: <code>{sha256}</code></p>
      </Confirmation>
      {check ? <ReceiptLink {...check} /> : null}
      <p>{t('reports.receiptNext')}</p>
      <p><a href={`/${lang}/reports/${id}`}>{t('reports.openReport')}</a></p>
    </div>
  );
}
