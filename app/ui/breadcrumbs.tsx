import { useT } from '~/i18n/react';

/** The way back up. */
export function Breadcrumbs({ items }: { items: { href: string; label: string }[] }) {
  const t = useT();
  return (
    <nav className="breadcrumbs" aria-label={t('ui.breadcrumbs')}>
      <ol>
        {items.map(({ href, label }) => (
          <li key={href}><a href={href}>{label}</a></li>
        ))}
      </ol>
    </nav>
  );
}
