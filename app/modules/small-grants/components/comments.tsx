import { languageNames, languages } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import type { ShownComment } from '../content';

/** What people said about an offer and what the City answered, by number. */
export function Comments({ comments }: { comments: ShownComment[] }) {
  const t = useT();
  if (comments.length === 0) return <EmptyState title={t('smallGrants.noComments')} />;
  return comments.map(({ number, lang, text, authorName, hidden, hiddenReason, answer }) => (
    <article className="card stack" key={number} id={`comment-${number}`}>
      <h3>{t('smallGrants.commentNumber', { number })}</h3>
      {hidden ? <p>{t('smallGrants.hiddenBecause')} <OwnText lang="pl" as="span">{hiddenReason ?? ''}</OwnText></p> : (
        <>
          {authorName ? <p className="hint"><OwnText lang={lang} as="span">{authorName}</OwnText></p> : null}
          <OwnText lang={lang}>{text}</OwnText>
          {answer ? <><p><strong>{t('smallGrants.answer')}</strong></p><OwnText lang="pl">{answer}</OwnText></> : null}
        </>
      )}
    </article>
  ));
}

/** Anybody's comment, without an account. */
export function SayForm() {
  const t = useT();
  return (
    <PostForm intent="comment" className="card stack">
      <h3>{t('smallGrants.comment')}</h3>
      <Field name="text" label={t('smallGrants.comment')} hint={t('smallGrants.commentHint')} multiline rows={5} />
      <Select name="lang" label={t('smallGrants.commentLang')} defaultValue={useLang()} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
      <Field name="authorName" label={t('smallGrants.author')} optional />
      <Field name="email" type="email" autoComplete="email" label={t('smallGrants.email')} optional />
      <Button tone="spark">{t('smallGrants.send')}</Button>
    </PostForm>
  );
}
