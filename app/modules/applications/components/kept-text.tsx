import { useT } from '~/i18n/react';
import { Notice } from '~/ui/notice';

/** Offers text that this browser kept when it could not be saved; shown only by its island. */
export function KeptText() {
  const t = useT();
  return (
    <div hidden data-island="kept-text">
      <Notice title={t('offers.kept')}>
        <p>{t('offers.keptLead')}</p>
        <p className="row">
          <button type="button" className="button" data-do="restore">{t('offers.keptRestore')}</button>
          <button type="button" className="button plain" data-do="discard">{t('offers.keptDiscard')}</button>
        </p>
      </Notice>
    </div>
  );
}
