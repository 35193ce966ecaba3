import type { ReactNode } from 'react';

/** More for those who want it. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
