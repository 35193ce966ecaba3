import { useT } from '~/i18n/react';
import { Notice } from '~/ui/notice';
import { Tag } from '~/ui/tag';
import type { OfferSection } from '../content';
import type { AskedLine } from './correction-desk';
import { ReasonWords } from './correction-gate';

/** What the City questioned, field by field, each with the way to it and whether something was done about it. */
export function ToCorrect({ due, asked, base }: { due: string; asked: readonly (AskedLine & { section: OfferSection; changed: boolean })[]; base: string }) {
  const t = useT();
  return (
    <>
      <Notice tone="bad" title={t('applications.correction', { due })}>
        <p>{t('correction.onlyAsked')}</p>
      </Notice>
      <section className="stack" aria-labelledby="to-correct">
        <h2 id="to-correct">{t('correction.whatToCorrect')}</h2>
        <ol className="stack">
          {asked.map(({ id, section, label, code, words, answer, changed }) => (
            <li key={id}>
              <p>
                <a href={`${base}/section/${section}#asked-${id}`}><strong>{label}</strong></a>{' '}
                <Tag tone={changed ? 'good' : 'wait'}>{t(changed ? 'correction.changed' : 'correction.unchanged')}</Tag>
                {answer ? <> <Tag>{t('correction.answered')}</Tag></> : null}
              </p>
              <ReasonWords code={code} words={words} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
