import type { ReactNode } from 'react';

export type Tone = 'good' | 'wait' | 'bad' | 'info' | 'plain';

/** A state in a word; the colour only repeats it. */
export function Tag({ children, tone = 'plain' }: { children: ReactNode; tone?: Tone }) {
  return <span className={`tag ${tone}`}>{children}</span>;
}
