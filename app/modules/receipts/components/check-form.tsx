import { useLang, useT } from '~/i18n/react';
import { Button } from '~/ui/button';

/** The question for a number and its code; it works without scripts and without an account. */
export function CheckForm({ number = '', code = '' }: { number?: string; code?: string }) {
  const t = useT();
  const lang = useLang();
  return (
    <form method="get" action={`/${lang}/receipts`} className="stack card">
      <div className="field">
        <label htmlFor="receipt-number">{t('receipts.number')}</label>
        <input id="receipt-number" name="number" defaultValue={number} autoComplete="off" className="medium" />
      </div>
      <div className="field">
        <label htmlFor="receipt-code">{t('receipts.code')}</label>
        <p className="hint" id="receipt-code-hint">{t('receipts.codeHint')}</p>
        <input id="receipt-code" name="code" defaultValue={code} autoComplete="off" aria-describedby="receipt-code-hint" />
      </div>
      <Button>{t('receipts.check')}</Button>
    </form>
  );
}
