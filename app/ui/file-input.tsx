import { useLang, useT } from '~/i18n/react';
import { describedBy, FieldFrame } from './field';
import { FileLink, type LinkedFile } from './file-link';
import { useFieldId, useTyped } from './form';

export type AttachedFile = LinkedFile & { size: number };

/** Size in words, 1 MB = 1024 × 1024 bytes. */
export function fileSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What a phone's camera is offered for: documents are photographed too. */
const endings = '.pdf,.docx,.odt,.jpg,.jpeg,.png';

type FileInputProps = { purpose: string; subjectId: string; label: string; hint: string; files: AttachedFile[]; canRemove?: boolean; /** Tells several inputs of one page apart. */ at?: string };

/** A native file input with its files; with scripts on it uploads at once and shows how far it is. */
export function FileInput({ purpose, subjectId, label, hint, files, canRemove, at = '' }: FileInputProps) {
  const t = useT();
  const lang = useLang();
  const { error } = useTyped('file');
  // The summary of errors leads to the input that was refused.
  const id = useFieldId(error ? 'file' : `file${at ? ` ${at}` : ''}`);
  return (
    <div
      className="file-input stack" data-island="file-upload" data-purpose={purpose} data-subject={subjectId} data-lang={lang}
      data-uploading={t('ui.uploading')} data-ready={t('ui.uploaded')} data-refused={t('ui.uploadRefused')}
      data-waiting={t('ui.uploadWaiting')} data-pause={t('ui.uploadPause')} data-resume={t('ui.uploadResume')} data-paused={t('ui.uploadPaused')} data-cancelled={t('ui.uploadCancelled')}
    >
      {files.length > 0 ? (
        <ul className="files">
          {files.map((file) => (
            <li key={file.id}>
              <FileLink {...file} /> <span className="hint">{fileSize(file.size)}</span>
              {canRemove ? (
                <button className="button plain small" name="removeFile" value={file.id} formNoValidate>
                  {t('ui.remove')}<span className="visually-hidden"> {file.name}</span>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <FieldFrame id={id} label={label} hint={hint} error={error}>
        <input id={id} type="file" name="file" accept={endings} {...describedBy(id, hint, error)} />
        <button type="button" className="button plain small" data-camera hidden>{t('ui.uploadCamera')}</button>
        <progress className="upload" max={100} value={0} aria-label={t('ui.uploading')} hidden />
        <p role="status" className="hint" />
        <span className="row">
          <button type="button" className="button plain small" data-pause hidden>{t('ui.uploadPause')}</button>
          <button type="button" className="button plain small" data-cancel hidden>{t('ui.uploadCancel')}</button>
        </span>
      </FieldFrame>
    </div>
  );
}
