import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { FileInput, fileSize } from '~/ui/file-input';
import { FileLink, type LinkedFile } from '~/ui/file-link';
import { PostForm } from '~/ui/form';

type File = LinkedFile & { size: number };

/** Attached files as links with their size and what the virus scanner said. */
export function AttachmentList({ files, removable = false }: { files: File[]; removable?: boolean }) {
  const t = useT();
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink {...file} /> <span className="hint">{fileSize(file.size)}</span>{' '}
          {removable ? <button className="button plain small" name="removeFile" value={file.id}>{t('ui.remove')}<span className="visually-hidden"> {file.name}</span></button> : null}
        </li>
      ))}
    </ul>
  );
}

/** The attachments of a request, with a way to add and take off while it can change; nothing at all where there is none. */
export function Attachments({ purpose, id, files, writable }: { purpose: string; id: string; files: File[]; writable: boolean }) {
  const t = useT();
  if (!writable && files.length === 0) return null;
  return (
    <section className="stack" id="attachments">
      <h2>{t('files.attachments')}</h2>
      {writable ? <p>{t('files.attachments.lead')}</p> : null}
      {writable ? <PostForm intent="removeFile" formId="remove" className="stack" data-files={id}>{files.length > 0 ? <AttachmentList files={files} removable /> : null}</PostForm> : <AttachmentList files={files} />}
      {writable ? (
        <PostForm intent="attach" formId="attach" className="stack" encType="multipart/form-data">
          <FileInput purpose={purpose} subjectId={id} label={t('applications.attachment')} hint={t('applications.attachmentHint')} files={[]} />
          <Button tone="plain">{t('applications.attach')}</Button>
        </PostForm>
      ) : null}
    </section>
  );
}
