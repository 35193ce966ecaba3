import { useT } from '~/i18n/react';
import { districtName, districts } from '~/modules/programme/lists';
import { Select } from '~/ui/choices';

const centres = JSON.stringify(Object.fromEntries(districts.map(({ slug, lat, lon }) => [slug, [lat, lon]])));

/** The district to be near to: chosen from a list or, with scripts on, found by the reader's own device. */
export function NearMe({ from }: { from: string }) {
  const t = useT();
  return (
    <div className="stack tight">
      <Select name="from" label={t('directory.from')} defaultValue={from} empty={t('directory.anyDistrict')} options={districts.map(({ slug }) => ({ value: slug, label: districtName(slug) }))} />
      <div className="stack tight" data-island="near-me" data-centres={centres} hidden>
        <button className="button plain" type="button">{t('directory.nearMe')}</button>
        <p className="hint">{t('directory.nearMeHint')}</p>
        <p className="error" role="status" data-failed={t('directory.nearMeFailed')} />
      </div>
    </div>
  );
}
