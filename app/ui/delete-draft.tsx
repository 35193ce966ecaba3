import { useT } from '~/i18n/react';
import { Button } from './button';
import { Checkbox } from './choices';
import { Details } from './details';
import { PostForm, useFormState } from './form';

/** Throws a draft away, after a box is ticked: it cannot be had back. Works without scripts. */
export function DeleteDraft({ version }: { version: number }) {
  const t = useT();
  const refused = useFormState()?.intent === 'delete';
  return (
    <Details summary={t('ui.deleteDraft')} open={refused}>
      <PostForm intent="delete" formId="delete" className="stack">
        <input type="hidden" name="version" value={version} />
        <p>{t('ui.deleteDraft.lead')}</p>
        <Checkbox name="sure" label={t('ui.deleteDraft.sure')} />
        <Button tone="bad">{t('ui.deleteDraft.do')}</Button>
      </PostForm>
    </Details>
  );
}
