import { useT } from '~/i18n/react';
import { Radios } from '~/ui/choices';
import { OwnText } from '~/ui/own-text';

type Row = { field: string; label: string; kept: string; merged: string };

/** The values of two entries side by side where they differ; the one that stays is chosen for each. */
export function MergeColumns({ rows }: { rows: Row[] }) {
  const t = useT();
  const shown = (text: string, side: string) => (
    <>
      <span className="visually-hidden">{side}: </span>
      {text ? <OwnText lang="pl" as="span">{text}</OwnText> : <span className="hint">{t('registry.empty')}</span>}
    </>
  );
  return (
    <div className="merge stack">
      <p className="sides" aria-hidden="true"><strong>{t('registry.merge.ofKept')}</strong> <strong>{t('registry.merge.ofMerged')}</strong></p>
      {rows.map(({ field, label, kept, merged }) => (
        <Radios
          key={field} name={field} legend={label} inline defaultValue={kept ? 'kept' : 'merged'}
          options={[{ value: 'kept', label: shown(kept, t('registry.merge.ofKept')) }, { value: 'merged', label: shown(merged, t('registry.merge.ofMerged')) }]}
        />
      ))}
    </div>
  );
}
