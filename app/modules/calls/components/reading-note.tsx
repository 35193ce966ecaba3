import { useLang, useT } from '~/i18n/react';
import { Details } from '~/ui/details';
import { Tag } from '~/ui/tag';
import type { Reading } from '../readability';

const tones = { easy: 'good', medium: 'wait', hard: 'bad' } as const;

/** How hard a saved Polish text is to read, and what would make it easier. */
export function ReadingNote({ reading }: { reading: Reading | null | undefined }) {
  const t = useT();
  const lang = useLang();
  if (!reading) return null;
  const fog = new Intl.NumberFormat(lang).format(reading.fog / 10);
  return (
    <div className="stack">
      <p className="tags"><Tag tone={tones[reading.level]}>{t(`callLife.reading.${reading.level}` as const)}</Tag><span className="meta">{t('callLife.reading.fog', { fog })}</span></p>
      {reading.warnings.length > 0 ? (
        <Details summary={t('callLife.reading.warnings', { n: reading.warnings.length })}>
          <ul className="bullets">
            {reading.warnings.map(({ kind, words, better }) => (
              <li key={`${kind} ${words}`}>{t(`callLife.reading.${kind}` as const)}: <q lang="pl">{words}</q>{better ? <> → <span lang="pl">{better}</span></> : null}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </div>
  );
}
