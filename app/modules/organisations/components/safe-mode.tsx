import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

/** One switch that hides where an organisation at risk is, its people and its pictures. */
export function SafeMode({ on, can }: { on: boolean; can: { hide: boolean; showAgain: boolean } }) {
  const t = useT();
  return (
    <section className="stack" id="safe-mode">
      <h2>{t('entries.safe')}</h2>
      {on ? <Notice tone="good">{t('entries.safe.on')}</Notice> : null}
      <p>{t('entries.safe.lead')}</p>
      <p>{t('entries.safe.stays')}</p>
      {!on && can.hide ? <PostForm intent="hide" formId="safe-mode"><Button tone="plain">{t('entries.safe.turnOn')}</Button></PostForm> : null}
      {on ? <p className="hint">{can.showAgain ? t('entries.safe.offWarning') : t('entries.safe.ownerOnly')}</p> : null}
      {on && can.showAgain ? <PostForm intent="showAgain" formId="safe-mode"><Button tone="plain">{t('entries.safe.turnOff')}</Button></PostForm> : null}
    </section>
  );
}
