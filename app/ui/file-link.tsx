import { useT } from '~/i18n/react';
import { Tag } from './tag';

export type LinkedFile = { id: string; name: string; scan?: 'unchecked' | 'clean' | 'infected' | 'failed' };

const tones = { unchecked: 'plain', clean: 'good', infected: 'bad', failed: 'wait' } as const;

/** A file to download, with what the virus scanner said; a blocked one is only named. */
export function FileLink({ id, name, scan }: LinkedFile) {
  const t = useT();
  return (
    <>
      {scan === 'infected' ? <span>{name}</span> : <a href={`/files/${id}`}>{name}</a>}
      {scan ? <> <Tag tone={tones[scan]}>{t(`files.scan.${scan}` as const)}</Tag></> : null}
    </>
  );
}
