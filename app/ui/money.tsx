import { useLang } from '~/i18n/react';
import { formatMoney, grosze as whole } from '~/shared/money';

/** An amount as the reader's language writes it. */
export function Money({ grosze }: { grosze: number }) {
  return <span className="money">{formatMoney(whole(grosze), useLang())}</span>;
}
