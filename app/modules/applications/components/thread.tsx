import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import type { OfferSection } from '../content';

export type Remark = { id: string; text: string; author: string; when: string; named: string };

/** Remarks of the organisation's people on one section, and the way to add one. */
export function Thread({ section, remarks, people }: { section: OfferSection; remarks: readonly Remark[]; people: readonly { id: string; name: string }[] }) {
  const t = useT();
  return (
    <div className="stack">
      {remarks.length === 0 ? <p className="hint">{t('offers.noComments')}</p> : null}
      {remarks.map(({ id, text, author, when, named }) => (
        <article key={id} className="card stack">
          <p className="hint">{author}, {when}{named ? ` → ${named}` : ''}</p>
          <OwnText lang="pl" as="div">{text}</OwnText>
        </article>
      ))}
      <PostForm intent="comment" formId={`comment-${section}`} className="stack">
        <input type="hidden" name="section" value={section} />
        <Field name="text" label={t('offers.comment')} multiline rows={3} />
        {people.length > 0 ? <Checkboxes name="mentions" legend={t('offers.mention')} options={people.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
        <Button tone="plain">{t('offers.addComment')}</Button>
      </PostForm>
    </div>
  );
}
