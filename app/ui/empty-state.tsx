import type { ReactNode } from 'react';

/** Nothing here yet: what will be, why not now, and the first step. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty stack">
      <p><strong>{title}</strong></p>
      {children}
    </div>
  );
}
