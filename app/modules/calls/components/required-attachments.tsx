import { useT } from '~/i18n/react';
import { OwnText } from '~/ui/own-text';
import type { AttachmentInWords } from '../rules-attachments';

/** When an attachment is wanted, and the sentence that helps with it. */
export function AttachmentWords({ attachment: { when, help } }: { attachment: AttachmentInWords }) {
  const t = useT();
  return (
    <>
      <p>{t(`attachments.wanted.${when}` as const)}</p>
      {help.text ? <p className="hint"><OwnText lang={help.lang} as="span">{help.text}</OwnText></p> : null}
    </>
  );
}

/** What to attach to an offer in this call, in the reader's words; nothing at all where the call asks for nothing. */
export function RequiredAttachments({ attachments }: { attachments: readonly AttachmentInWords[] }) {
  const t = useT();
  if (attachments.length === 0) return null;
  return (
    <section className="stack" id="attachments">
      <h2>{t('attachments.title')}</h2>
      <ol className="bullets stack">
        {attachments.map((attachment) => (
          <li key={attachment.key}>
            <strong><OwnText lang={attachment.name.lang} as="span">{attachment.name.text}</OwnText></strong>
            <AttachmentWords attachment={attachment} />
          </li>
        ))}
      </ol>
      <p className="hint">{t('attachments.files')}</p>
    </section>
  );
}
