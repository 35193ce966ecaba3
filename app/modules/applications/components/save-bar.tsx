import { useMatches } from '@remix-run/react';
import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';

/** The bar below a form that saves itself: its button, one for more rows where the form has rows, and what has been saved so far. */
export function SaveBar({ label, rows = true }: { label: string; rows?: boolean }) {
  const t = useT();
  const route = useMatches().at(-1)?.id;
  return (
    <div className="savebar">
      <div className="row">
        <Button>{label}</Button>
        {rows ? <Button tone="plain" name="then" value="add">{t('applications.saveAdd')}</Button> : null}
        <span
          role="status" className="hint" data-island="autosave" data-route={route} data-saving={t('applications.saving')} data-saved={t('applications.savedAt')}
          data-offline={t('applications.offline')} data-refused={t('applications.notSaved')} data-merged={t('offers.merged')}
        />
      </div>
    </div>
  );
}
