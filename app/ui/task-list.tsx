import { useT } from '~/i18n/react';
import { Tag, type Tone } from './tag';

export type Task = { href?: string | undefined; label: string; hint?: string; status: { text: string; tone?: Tone } };

/** What there is to do, in any order, and how far it is. */
export function TaskList({ done, total, items }: { done: number; total: number; items: Task[] }) {
  const t = useT();
  const text = t('ui.done', { done, total });
  return (
    <div className="stack">
      <h2>{text}</h2>
      <progress value={done} max={total} aria-label={text}>{text}</progress>
      <ol className="tasks">
        {items.map(({ href, label, hint, status }) => (
          <li key={label}>
            <span>
              {href ? <a href={href}>{label}</a> : label}
              {hint ? <span className="hint block">{hint}</span> : null}
            </span>
            {status.tone ? <Tag tone={status.tone}>{status.text}</Tag> : <span>{status.text}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
