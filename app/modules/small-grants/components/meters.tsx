import { useLang, useT } from '~/i18n/react';
import { formatMoney, grosze } from '~/shared/money';
import { Meter } from '~/ui/meter';
import type { Balance, Limits } from '../rules';

type Props = { limits: Limits; balance: Balance; year: string; organisation?: string | undefined };

/** The statutory limits with what is left of them, before anybody begins to write. */
export function Meters({ limits, balance, year, organisation }: Props) {
  const t = useT();
  const lang = useLang();
  const money = (amount: number) => formatMoney(grosze(amount), lang);
  return (
    <div className="stack">
      <ul className="bullets">
        <li>{t('smallGrants.limit.amount', { amount: money(limits.amount) })}</li>
        <li>{t('smallGrants.limit.days', { days: limits.days })}</li>
        <li>{t('smallGrants.limit.year', { amount: money(limits.organisationYear) })}</li>
      </ul>
      {balance.pool > 0 ? (
        <Meter label={t('smallGrants.poolMeter', { year, used: money(balance.granted), all: money(balance.pool) })} used={balance.granted} limit={balance.pool} />
      ) : (
        <p className="hint">{t('smallGrants.noPool')}</p>
      )}
      {organisation ? (
        <Meter label={t('smallGrants.ownMeter', { organisation, used: money(balance.organisation), all: money(limits.organisationYear) })} used={balance.organisation} limit={limits.organisationYear} />
      ) : null}
    </div>
  );
}
