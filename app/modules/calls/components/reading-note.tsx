import { useLang, useT } from '~/i18n/react';
import { Details } from '~/ui/details';
import { Tag } from '~/ui/tag';
import type { Reading } from '../readability';

const tones = { easy: 'good', medium: 'wait', hard: 'bad' } as const;

/** The words the island needs to write the note itself. */
const spoken = ['easy', 'medium', 'hard', 'longSentence', 'officialese', 'passive', 'longWords', 'advice'] as const;

/** The note of a field: as of the last saving, and with scripts as it is being written. */
export function ReadingNote({ of, reading }: { of: string; reading: Reading | null | undefined }) {
  const t = useT();
  const lang = useLang();
  const words = Object.fromEntries([...spoken.map((name) => [name, t(`callLife.reading.${name}` as const)]), ['fog', t('callLife.reading.fog', { fog: '{fog}' })]]);
  return (
    <div className="stack" data-island="reading" data-of={of} data-lang={lang} data-words={JSON.stringify(words)} data-easy={tones.easy} data-medium={tones.medium} data-hard={tones.hard}>
      {reading ? <Found reading={reading} /> : null}
    </div>
  );
}

/** How hard a Polish text is to read, and what would make it easier. */
function Found({ reading }: { reading: Reading }) {
  const t = useT();
  const lang = useLang();
  const fog = new Intl.NumberFormat(lang).format(reading.fog / 10);
  return (
    <>
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
    </>
  );
}
