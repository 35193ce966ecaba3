import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';

/** One section of what was answered, with the way to change it. */
export function CheckSection({ title, change, children }: { title: ReactNode; change?: { href: string; what: string } | undefined; children: ReactNode }) {
  const t = useT();
  return (
    <section className="check-section stack">
      <div className="row spread">
        <h2>{title}</h2>
        {change ? <a href={change.href}>{t('ui.change')}<span className="visually-hidden"> {change.what}</span></a> : null}
      </div>
      {children}
    </section>
  );
}
