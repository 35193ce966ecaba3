import { useLocation } from '@remix-run/react';
import { useT } from '~/i18n/react';

/** Plain links to the pages around this one; the rest of the query stays. */
export function Pagination({ page, pages }: { page: number; pages: number }) {
  const t = useT();
  const { pathname, search } = useLocation();
  if (pages <= 1) return null;
  const to = (n: number) => {
    const query = new URLSearchParams(search);
    query.set('page', String(n));
    return `${pathname}?${query}`;
  };
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav className="pagination" aria-label={t('ui.pages')}>
      {page > 1 ? <a rel="prev" href={to(page - 1)}>{t('ui.previous')}</a> : null}
      <ol>
        {near.map((n) => (
          <li key={n}>
            {n === page ? <span aria-current="page">{n}</span> : <a href={to(n)} aria-label={t('ui.pageNumber', { n })}>{n}</a>}
          </li>
        ))}
      </ol>
      {page < pages ? <a rel="next" href={to(page + 1)}>{t('ui.next')}</a> : null}
    </nav>
  );
}
