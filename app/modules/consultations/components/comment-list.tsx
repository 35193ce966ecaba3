import { useT } from '~/i18n/react';
import { OwnText } from '~/ui/own-text';
import { Tag, type Tone } from '~/ui/tag';
import type { Disposition } from '../content';

export type ShownComment = {
  number: number; lang: string; hidden: boolean; text: string; authorName: string | null; hiddenReason: string; disposition: Disposition | null; answer: string | null;
};

const tones: Record<Disposition, Tone> = { accepted: 'good', partly_accepted: 'info', rejected: 'bad', out_of_scope: 'plain' };

/** What the City did with a comment in a word; nothing for one that waits or is hidden. */
export function DispositionTag({ hidden, disposition }: { hidden: boolean; disposition: Disposition | null }) {
  const t = useT();
  return hidden || !disposition ? null : <Tag tone={tones[disposition]}>{t(`consultations.disposition.${disposition}` as const)}</Tag>;
}

/** What people said and what the City did, by number. */
export function CommentList({ comments }: { comments: ShownComment[] }) {
  const t = useT();
  return comments.map((comment) => (
    <article className="card stack" key={comment.number} id={`comment-${comment.number}`}>
      <h3>{t('consultations.number', { number: comment.number })}</h3>
      {comment.hidden ? <p>{t('consultations.hiddenBecause')} <OwnText lang="pl" as="span">{comment.hiddenReason}</OwnText></p> : (
        <>
          <p><strong>{t('consultations.youSaid')}</strong>{comment.authorName ? <> · <OwnText lang={comment.lang} as="span">{comment.authorName}</OwnText></> : null}</p>
          <OwnText lang={comment.lang}>{comment.text}</OwnText>
          {comment.disposition ? (
            <>
              <p><strong>{t('consultations.weDid')}:</strong> <DispositionTag hidden={false} disposition={comment.disposition} /></p>
              {comment.answer ? <OwnText lang="pl">{comment.answer}</OwnText> : null}
            </>
          ) : <p className="hint">{t('consultations.noAnswer')}</p>}
        </>
      )}
    </article>
  ));
}
