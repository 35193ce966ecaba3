import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { FieldFrame, describedBy } from '~/ui/field';
import { PostForm, useFieldId, useTyped } from '~/ui/form';

/** Where an organisation sends its logo; the portal keeps only the pixels. */
export function LogoForm({ logoFileId }: { logoFileId: string | null }) {
  const t = useT();
  return (
    <div className="stack">
      <p>{t('entries.logo.lead')}</p>
      {logoFileId ? <p>{t('entries.logo.there')} <a href={`/files/${logoFileId}`}>{t('entries.logo.file')}</a></p> : null}
      <PostForm intent="setLogo" formId="logo" className="stack" encType="multipart/form-data">
        <Chooser />
        <Button tone="plain">{t('entries.logo.send')}</Button>
      </PostForm>
      {logoFileId ? <PostForm intent="removeLogo" formId="logo-remove"><Button tone="plain">{t('entries.logo.remove')}</Button></PostForm> : null}
    </div>
  );
}

function Chooser() {
  const t = useT();
  const { error } = useTyped('file');
  const id = useFieldId('file');
  const hint = t('entries.logo.hint');
  return (
    <FieldFrame id={id} label={t('entries.logo.file')} hint={hint} error={error}>
      <input id={id} type="file" name="file" accept="image/png,image/jpeg,image/webp,image/gif" {...describedBy(id, hint, error)} />
    </FieldFrame>
  );
}
