import { createContext, useContext, type ReactNode } from 'react';
import { useT } from '~/i18n/react';

/** What a form lets be written: a field is open, shown as text, or left out; and what is said beside it. */
export type Gate = { stateOf: (name: string) => 'open' | 'shut' | 'gone'; beside: (name: string) => ReactNode };

const everythingOpen: Gate = { stateOf: () => 'open', beside: () => null };

export const GateContext = createContext<Gate>(everythingOpen);

/** Whether this field may be written in, and what is said beside it. */
export function useGate(name: string) {
  const gate = useContext(GateContext);
  return { state: gate.stateOf(name), beside: gate.beside(name) };
}

type ShutProps = { state: 'shut' | 'gone'; label: ReactNode; words: ReactNode; values: readonly (readonly [name: string, value: string])[] };

/** A field that is only read: its words, and its value for the form that is saved whole. */
export function ShutField({ state, label, words, values }: ShutProps) {
  const t = useT();
  if (state === 'gone') return null;
  return (
    <div className="field shut">
      <p className="label">{label}</p>
      {words ? <div className="own-text" lang="pl">{words}</div> : <p className="hint">{t('offers.empty')}</p>}
      {values.map(([name, value], i) => <input key={i} type="hidden" name={name} value={value} />)}
    </div>
  );
}

/** What belongs to a field that can be written in, and makes no sense without it. */
export function WhereOpen({ name, children }: { name: string; children: ReactNode }) {
  const gate = useContext(GateContext);
  return gate.stateOf(name) === 'open' ? <>{children}</> : null;
}
