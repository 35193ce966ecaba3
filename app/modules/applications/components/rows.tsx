import { useContext, type ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { Checkbox } from '~/ui/choices';
import { GateContext } from '~/ui/field-gate';
import { RequestKeyContext, useFormState, useTyped, valueAt } from '~/ui/form';

const spare = 2;

type RowsProps = { name: string; version: number; stored: readonly { id: string }[]; children: (i: number) => ReactNode };

/** Repeated rows: what was typed in a refused form, else what is stored, and some empty ones; a stored row can be taken out. */
export function Rows({ name, version, stored, children }: RowsProps) {
  const t = useT();
  // Two people who add a row at the same time add two rows.
  const page = useContext(RequestKeyContext).slice(0, 8);
  const refused = useFormState();
  const typed = refused ? valueAt(refused.values, name) : undefined;
  const gate = useContext(GateContext);
  const count = Math.max(Array.isArray(typed) ? typed.length : 0, stored.length + spare);
  return (
    <div className="rows">
      {gate.stateOf(name) === 'open' ? <p className="hint">{t('applications.emptyRows')}</p> : null}
      {Array.from({ length: count }, (_, i) => gate.stateOf(`${name}[${i}].id`) === 'gone' ? null : (
        <fieldset className="card stack" key={i} data-row>
          <legend>{t('applications.row', { n: i + 1 })}</legend>
          <RowId name={`${name}[${i}].id`} id={stored[i]?.id ?? `v${version}${page}r${i}`} />
          {children(i)}
          {stored[i] ? <Checkbox name={`${name}[${i}].remove`} label={t('applications.removeRow')} /> : null}
        </fieldset>
      ))}
    </div>
  );
}

/** The id of a row is settled when it is first drawn, so that saving again and again does not make it another row. */
function RowId({ name, id }: { name: string; id: string }) {
  const { text } = useTyped(name);
  return <input type="hidden" name={name} value={text || id} />;
}

/** The version these fields were read at, and whether the page still shows its own typing where others' work was merged in. */
export function Version({ version }: { version: number }) {
  const { text } = useTyped('version');
  const typed = useTyped('typed');
  return (
    <>
      <input type="hidden" name="version" value={text || version} />
      <input type="hidden" name="typed" value={typed.text || ''} />
    </>
  );
}
