import type { ReactNode } from 'react';
import { useLang, useT } from '~/i18n/react';
import { formatDay, isDay } from '~/shared/time';
import { ShutField, useGate } from './field-gate';
import { useCalled, useFieldId, useTyped } from './form';

type DayFieldProps = { name: string; legend: ReactNode; hint?: ReactNode; defaultValue?: string | null | undefined };

/** A day people know: three boxes and an example, no calendar. */
export function DayField(props: DayFieldProps) {
  const { name, legend, defaultValue } = props;
  const lang = useLang();
  const { state, beside } = useGate(name);
  if (state === 'open') return <>{beside}<OpenDay {...props} /></>;
  const [year = '', month = '', day = ''] = (defaultValue ?? '').split('-');
  return <ShutField state={state} label={legend} words={defaultValue && isDay(defaultValue) ? formatDay(defaultValue, lang) : ''} values={[[`${name}.day`, day], [`${name}.month`, month], [`${name}.year`, year]]} />;
}

function OpenDay({ name, legend, hint, defaultValue }: DayFieldProps) {
  const t = useT();
  const { value, error, refused } = useTyped(name);
  const [year, month, day] = (defaultValue ?? '').split('-');
  const typed = (refused && value && typeof value === 'object' ? value : {}) as Record<string, string>;
  const id = useFieldId(name);
  useCalled(id, legend, error);
  const boxes = [
    { part: 'day', label: t('ui.day'), value: refused ? typed.day : day?.replace(/^0/, ''), size: 2 },
    { part: 'month', label: t('ui.month'), value: refused ? typed.month : month?.replace(/^0/, ''), size: 2 },
    { part: 'year', label: t('ui.year'), value: refused ? typed.year : year, size: 4 },
  ];
  return (
    <fieldset className={error ? 'field wrong' : 'field'} aria-describedby={[`${id}-hint`, error ? `${id}-error` : ''].filter(Boolean).join(' ')}>
      <legend>{legend}</legend>
      <p className="hint" id={`${id}-hint`}>{hint ?? t('ui.dayHint')}</p>
      {error ? <p className="error" id={`${id}-error`}>{error}</p> : null}
      <div className="day">
        {boxes.map(({ part, label, value: initial, size }, i) => (
          <span key={part}>
            <label htmlFor={i === 0 ? id : `${id}-${part}`}>{label}</label>
            <input id={i === 0 ? id : `${id}-${part}`} name={`${name}.${part}`} inputMode="numeric" className={`w-${size}`} defaultValue={initial || undefined} {...(error ? { 'aria-invalid': true } : {})} />
          </span>
        ))}
      </div>
    </fieldset>
  );
}
