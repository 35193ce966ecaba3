import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { ShutField, useGate } from './field-gate';
import { useCalled, useFieldId, useTyped } from './form';

/** Label, hint and error around a control, tied together for screen readers. */
export function FieldFrame({ id, label, hint, error, optional, children }: { id: string; label: ReactNode; hint?: ReactNode; error?: string | undefined; optional?: boolean; children: ReactNode }) {
  const t = useT();
  useCalled(id, label, error);
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> {t('ui.optional')}</span> : null}
      </label>
      {hint ? <p className="hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p className="error" id={`${id}-error`}>{error}</p> : null}
      {children}
    </div>
  );
}

/** The ids a control is described by. */
export function describedBy(id: string, hint: unknown, error: unknown): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': true as const } : {}) };
}

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search';
  multiline?: boolean;
  rows?: number;
  defaultValue?: string | number | null | undefined;
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url';
  autoComplete?: string;
  width?: 'full' | 'medium' | 'short';
  optional?: boolean;
  suffix?: string;
  lang?: string;
  maxLength?: number;
  readOnly?: boolean;
  /** How the value reads where it may not be written. */
  words?: string | undefined;
};

/** One question with its box; after a refusal it shows what was typed, never a password. */
export function Field({ words, ...props }: FieldProps) {
  const { name, label, defaultValue } = props;
  const { state, beside } = useGate(name);
  const value = defaultValue === undefined || defaultValue === null ? '' : String(defaultValue);
  if (state !== 'open') return <ShutField state={state} label={label} words={words ?? value} values={[[name, value]]} />;
  return <>{beside}<OpenField {...props} /></>;
}

function OpenField({ name, label, hint, type = 'text', multiline, rows = 6, defaultValue, width = 'full', optional, suffix, maxLength, ...rest }: FieldProps) {
  const t = useT();
  const { text, error, refused } = useTyped(name);
  const id = useFieldId(name);
  const value = type === 'password' ? undefined : refused ? (text ?? '') : (defaultValue ?? undefined);
  const hints = hint || maxLength ? <>{hint}{maxLength ? <span> {t('ui.atMost', { n: maxLength })}</span> : null}</> : undefined;
  const shared = { id, name, defaultValue: value, ...rest, ...describedBy(id, hints, error) };
  return (
    <FieldFrame id={id} label={label} hint={hints} error={error} {...(optional ? { optional } : {})}>
      {multiline ? (
        <textarea rows={rows} {...shared} />
      ) : (
        <span className="input">
          <input type={type} className={`w-${width}`} {...shared} />
          {suffix ? <span className="suffix">{suffix}</span> : null}
        </span>
      )}
    </FieldFrame>
  );
}
