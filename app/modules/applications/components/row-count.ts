import { useFormState, valueAt } from '~/ui/form';

const spare = 2;

/** How many rows to draw: what was typed in a refused form, else what is stored, and some empty ones. */
export function useRowCount(name: string, stored: number): number {
  const refused = useFormState();
  const typed = refused ? valueAt(refused.values, name) : undefined;
  return Math.max(Array.isArray(typed) ? typed.length : 0, stored + spare);
}
