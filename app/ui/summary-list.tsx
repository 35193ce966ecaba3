import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';

export type SummaryItem = { label: ReactNode; value: ReactNode; change?: { href: string; what: string } };

/** Questions and answers side by side, each with the way to change it. */
export function SummaryList({ items }: { items: SummaryItem[] }) {
  const t = useT();
  return (
    <dl className="summary">
      {items.map(({ label, value, change }, i) => (
        <div key={i}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change ? (
            <dd className="change">
              <a href={change.href}>{t('ui.change')}<span className="visually-hidden"> {change.what}</span></a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
