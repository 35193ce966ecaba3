import type { ReactNode } from 'react';

/** Something to know before going on. */
export function Notice({ children, tone = 'info', title }: { children: ReactNode; tone?: 'info' | 'deadline' | 'good' | 'bad'; title?: ReactNode }) {
  return (
    <div className={`notice ${tone} stack`}>
      {title ? <p><strong>{title}</strong></p> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}

/** It is done: what was done and the number that proves it. */
export function Confirmation({ title, number, numberLabel, children }: { title: ReactNode; number?: string; numberLabel?: string; children?: ReactNode }) {
  return (
    <div className="confirmation stack">
      <h1>{title}</h1>
      {number ? <p>{numberLabel}<br /><strong className="receipt-number">{number}</strong></p> : null}
      {children}
    </div>
  );
}
