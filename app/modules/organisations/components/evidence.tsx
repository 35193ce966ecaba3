import { useT } from '~/i18n/react';
import { AttachmentList } from '~/modules/files/components/attachments';
import { Button } from '~/ui/button';
import { FileInput } from '~/ui/file-input';
import type { LinkedFile } from '~/ui/file-link';
import { PostForm } from '~/ui/form';

type File = LinkedFile & { size: number };

/** Where an organisation without a KRS number sends the document that proves it exists. */
export function Evidence({ id, files, writable }: { id: string; files: File[]; writable: boolean }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('registers.evidence')}</h2>
      {writable ? <p>{t('registers.evidence.lead')}</p> : null}
      {writable ? <PostForm intent="removeFile" formId="evidence-remove" data-files={id}>{files.length > 0 ? <AttachmentList files={files} removable /> : null}</PostForm> : null}
      {files.length > 0 && !writable ? <AttachmentList files={files} /> : null}
      {files.length === 0 && !writable ? <p>{t('registers.evidence.none')}</p> : null}
      {writable ? (
        <PostForm intent="attach" formId="evidence" className="stack" encType="multipart/form-data">
          <FileInput purpose="organisation_evidence" subjectId={id} label={t('registers.evidence.file')} hint={t('registers.evidence.hint')} files={[]} />
          <Button tone="plain">{t('registers.evidence.send')}</Button>
        </PostForm>
      ) : null}
    </section>
  );
}
