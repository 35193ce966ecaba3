import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

type Item = { id: string; name: ReactNode; plain: string; about: ReactNode };

/** Things in the order in which everybody sees them, each with ways to change, move and remove it. */
export function OrderedList({ items, base }: { items: Item[]; base: string }) {
  const t = useT();
  return (
    <ol className="stack">
      {items.map(({ id, name, plain, about }, i) => (
        <li className="card stack" key={id}>
          <p><strong>{name}</strong></p>
          {about}
          <div className="row">
            <a href={`${base}/${id}`}>{t('ui.change')}<span className="visually-hidden"> {plain}</span></a>
            <a href={`${base}/${id}?remove=yes`}>{t('ui.remove')}<span className="visually-hidden"> {plain}</span></a>
            {i > 0 ? <Step id={id} step="up" plain={plain} /> : null}
            {i < items.length - 1 ? <Step id={id} step="down" plain={plain} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Step({ id, step, plain }: { id: string; step: 'up' | 'down'; plain: string }) {
  const t = useT();
  return (
    <PostForm intent="move" formId={`${step}-${id}`}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="step" value={step} />
      <button className="button plain small">{step === 'up' ? t('entries.up') : t('entries.down')}<span className="visually-hidden"> {plain}</span></button>
    </PostForm>
  );
}

/** Asks once more before something is removed for good. */
export function RemoveQuestion({ what, back, children }: { what: string; back: string; children?: ReactNode }) {
  const t = useT();
  return (
    <Notice tone="bad" title={t('entries.removeAsk', { what })}>
      {children}
      <PostForm intent="remove" formId="remove">
        <div className="row">
          <Button>{t('entries.removeYes')}</Button>
          <LinkButton href={back} tone="plain">{t('entries.removeNo')}</LinkButton>
        </div>
      </PostForm>
    </Notice>
  );
}
