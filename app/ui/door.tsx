import type { ReactNode } from 'react';

/** One of the ways in from the home page. */
export function Door({ href, title, children }: { href: string; title: ReactNode; children: ReactNode }) {
  return (
    <a className="card door" href={href}>
      <strong>{title}</strong>
      {children}
    </a>
  );
}
