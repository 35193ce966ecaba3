import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { FieldFrame, describedBy } from './field';
import { ShutField, useGate } from './field-gate';
import { useCalled, useFieldId, useTyped } from './form';

export type Option = { value: string; label: ReactNode; hint?: ReactNode };

type SelectProps = { name: string; label: ReactNode; hint?: ReactNode; options: { value: string; label: string; group?: string }[]; defaultValue?: string | null | undefined; optional?: boolean; empty?: string };

/** Options that stand next to each other in the same group. */
function inGroups(options: SelectProps['options']) {
  const groups: { group: string; options: SelectProps['options'] }[] = [];
  for (const option of options) {
    const group = option.group ?? '';
    if (groups.at(-1)?.group === group) groups.at(-1)?.options.push(option);
    else groups.push({ group, options: [option] });
  }
  return groups;
}

/** One choice from a long list. */
export function Select(props: SelectProps) {
  const { name, label, options, defaultValue } = props;
  const { state, beside } = useGate(name);
  if (state === 'open') return <>{beside}<OpenSelect {...props} /></>;
  return <ShutField state={state} label={label} words={options.find(({ value }) => value === defaultValue)?.label} values={[[name, defaultValue ?? '']]} />;
}

function OpenSelect({ name, label, hint, options, defaultValue, optional, empty }: SelectProps) {
  const t = useT();
  const { text, error, refused } = useTyped(name);
  const id = useFieldId(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} {...(optional ? { optional } : {})}>
      <select id={id} name={name} defaultValue={refused ? (text ?? '') : (defaultValue ?? '')} {...describedBy(id, hint, error)}>
        {defaultValue === undefined || defaultValue === null || empty !== undefined ? <option value="">{empty ?? t('ui.choose')}</option> : null}
        {inGroups(options).map(({ group, options: some }) => {
          const list = some.map((option) => <option key={option.value} value={option.value}>{option.label}</option>);
          return group ? <optgroup key={group} label={group}>{list}</optgroup> : list;
        })}
      </select>
    </FieldFrame>
  );
}

type GroupProps = { name: string; legend: ReactNode; hint?: ReactNode; children: ReactNode };

function Group({ name, legend, hint, children }: GroupProps) {
  const { error } = useTyped(name);
  const id = useFieldId(name);
  useCalled(id, legend, error);
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={error ? 'field wrong' : 'field'} {...(ids ? { 'aria-describedby': ids } : {})}>
      <legend>{legend}</legend>
      {hint ? <p className="hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p className="error" id={`${id}-error`}>{error}</p> : null}
      {children}
    </fieldset>
  );
}

function Choice({ id, option, ...input }: { id: string; option: Option; type: 'radio' | 'checkbox'; name: string; defaultChecked: boolean }) {
  return (
    <div className="choice">
      <input id={id} value={option.value} {...input} {...(option.hint ? { 'aria-describedby': `${id}-hint` } : {})} />
      <label htmlFor={id}>
        {option.label}
        {option.hint ? <span className="hint" id={`${id}-hint`}>{option.hint}</span> : null}
      </label>
    </div>
  );
}

type RadiosProps = { name: string; legend: ReactNode; hint?: ReactNode; options: Option[]; defaultValue?: string | null | undefined; inline?: boolean };

/** One choice from a few. */
export function Radios(props: RadiosProps) {
  const { name, legend, options, defaultValue } = props;
  const { state, beside } = useGate(name);
  if (state === 'open') return <>{beside}<OpenRadios {...props} /></>;
  return <ShutField state={state} label={legend} words={options.find(({ value }) => value === defaultValue)?.label} values={[[name, defaultValue ?? '']]} />;
}

function OpenRadios({ name, legend, hint, options, defaultValue, inline }: RadiosProps) {
  const { text, refused } = useTyped(name);
  const chosen = refused ? text : defaultValue;
  const id = useFieldId(name);
  return (
    <Group name={name} legend={legend} hint={hint}>
      <div className={inline ? 'choices inline' : 'choices'}>
        {options.map((option, i) => (
          <Choice key={option.value} id={i === 0 ? id : `${id}-${i}`} type="radio" name={name} option={option} defaultChecked={option.value === chosen} />
        ))}
      </div>
    </Group>
  );
}

type CheckboxesProps = { name: string; legend: ReactNode; hint?: ReactNode; options: Option[]; defaultValue?: readonly string[] | undefined };

/** Several choices from a list. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, legend, options, defaultValue = [] } = props;
  const { state, beside } = useGate(name);
  if (state === 'open') return <>{beside}<OpenCheckboxes {...props} /></>;
  const chosen = options.filter(({ value }) => defaultValue.includes(value));
  const words = chosen.length > 0 ? <ul className="plain">{chosen.map(({ value, label }) => <li key={value}>{label}</li>)}</ul> : '';
  return <ShutField state={state} label={legend} words={words} values={defaultValue.map((value) => [name, value] as const)} />;
}

function OpenCheckboxes({ name, legend, hint, options, defaultValue = [] }: CheckboxesProps) {
  const { value, refused } = useTyped(name);
  const chosen = refused ? [value].flat() : defaultValue;
  const id = useFieldId(name);
  return (
    <Group name={name} legend={legend} hint={hint}>
      <div className="choices">
        {options.map((option, i) => (
          <Choice key={option.value} id={i === 0 ? id : `${id}-${i}`} type="checkbox" name={name} option={option} defaultChecked={chosen.includes(option.value)} />
        ))}
      </div>
    </Group>
  );
}

type CheckboxProps = { name: string; label: ReactNode; hint?: ReactNode; value?: string; defaultChecked?: boolean };

/** One statement to agree with. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, value = 'yes', defaultChecked = false } = props;
  const t = useT();
  const { state, beside } = useGate(name);
  if (state === 'open') return <>{beside}<OpenCheckbox {...props} /></>;
  return <ShutField state={state} label={label} words={t(defaultChecked ? 'applications.yes' : 'applications.no')} values={defaultChecked ? [[name, value]] : []} />;
}

function OpenCheckbox({ name, label, hint, value = 'yes', defaultChecked = false }: CheckboxProps) {
  const { text, error, refused } = useTyped(name);
  const id = useFieldId(name);
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {error ? <p className="error" id={`${id}-error`}>{error}</p> : null}
      <div className="choice">
        <input id={id} type="checkbox" name={name} value={value} defaultChecked={refused ? text === value : defaultChecked} {...describedBy(id, hint, error)} />
        <label htmlFor={id}>
          {label}
          {hint ? <span className="hint" id={`${id}-hint`}>{hint}</span> : null}
        </label>
      </div>
    </div>
  );
}
