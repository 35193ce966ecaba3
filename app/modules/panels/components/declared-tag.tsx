import { useT } from '~/i18n/react';
import { Tag } from '~/ui/tag';

/** What a member declared, in a word. */
export function DeclaredTag({ declared }: { declared: 'none' | 'declared' | null }) {
  const t = useT();
  const tones = { none: 'good', declared: 'bad', waiting: 'wait' } as const;
  const state = declared ?? 'waiting';
  return <Tag tone={tones[state]}>{t(`panels.declared.${state}` as const)}</Tag>;
}
