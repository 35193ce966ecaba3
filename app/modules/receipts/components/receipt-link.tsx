import { useLang, useT } from '~/i18n/react';

/** The way to the page that proves a receipt, with an address short enough to be typed from the print. */
export function ReceiptLink({ path, short }: { path: string; short: string }) {
  const t = useT();
  const lang = useLang();
  return (
    <p>
      <a href={`/${lang}${path}`}>{t('receipts.link')}</a><br />
      {t('receipts.short')}: <code>{short}</code>
    </p>
  );
}
