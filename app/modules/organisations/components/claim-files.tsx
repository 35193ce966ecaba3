import { useT } from '~/i18n/react';
import { AttachmentList } from '~/modules/files/components/attachments';
import { Button } from '~/ui/button';
import { FileInput } from '~/ui/file-input';
import { PostForm } from '~/ui/form';

/** Documents that help the City make sure who claims the entry; optional. */
export function ClaimFiles({ id, files }: { id: string; files: { id: string; name: string; size: number }[] }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('registry.claim.files')}</h2>
      <p>{t('registry.claim.filesLead')}</p>
      <PostForm intent="removeFile" formId="claim-remove" data-files={id}>{files.length > 0 ? <AttachmentList files={files} removable /> : null}</PostForm>
      <PostForm intent="attach" formId="claim-file" className="stack" encType="multipart/form-data">
        <FileInput purpose="claim_evidence" subjectId={id} label={t('registers.evidence.file')} hint={t('registry.claim.filesHint')} files={[]} />
        <Button tone="plain">{t('registers.evidence.send')}</Button>
      </PostForm>
    </section>
  );
}
