import type { ReactNode } from 'react';
import { useFold } from './form';

/** More for those who want it; open by itself when something in it was refused. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  const { wrong, within } = useFold();
  return (
    <details open={open || wrong}>
      <summary>{summary}</summary>
      <div className="stack">{within(children)}</div>
    </details>
  );
}
