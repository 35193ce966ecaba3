import { useT } from '~/i18n/react';
import { AttachmentWords } from '~/modules/calls/components/required-attachments';
import type { AttachmentInWords } from '~/modules/calls/rules-attachments';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choices';
import { Field } from '~/ui/field';
import { useGate } from '~/ui/field-gate';
import { FileInput } from '~/ui/file-input';
import { FileLink, type LinkedFile } from '~/ui/file-link';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';
import type { OfferContent } from '../content';
import { mayNeedNone, reasonAgainst, stateOfSlot, type Slot, type SlotState } from '../rules-of-slots';

const tones = { there: 'good', missing: 'bad', notApplies: 'plain', notWanted: 'plain', free: 'plain' } as const;

/** Where one attachment stands, in a word. */
export function SlotTag({ state }: { state: SlotState }) {
  const t = useT();
  return <Tag tone={tones[state]}>{t(`attachments.state.${state}` as const)}</Tag>;
}

/** Files with a way to take each off again. */
export function FileList({ files }: { files: readonly LinkedFile[] }) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink {...file} />{' '}
          <button className="button plain small" name="removeFile" value={file.id}>{t('ui.remove')}<span className="visually-hidden"> {file.name}</span></button>
        </li>
      ))}
    </ul>
  );
}

/** Each attachment the call asks for, with its own files and its own way to add one. */
export function Slots({ id, slots, content }: { id: string; slots: readonly Slot[]; content: OfferContent }) {
  const t = useT();
  return (
    <>
      {slots.map((slot) => {
        const { key, name, need } = slot;
        const at = `${id}.${key}`;
        return (
          <section key={key} id={`slot-${key}`} className="card stack">
            <h2><OwnText lang={name.lang} as="span">{name.text}</OwnText></h2>
            <AttachmentWords attachment={slot} />
            <PostForm intent="removeFile" formId={`remove-${key}`} className="stack" data-files={at}>
              <p><SlotTag state={stateOfSlot(slot, content)} /></p>
              <FileList files={slot.files} />
            </PostForm>
            {need === 'notWanted' ? null : (
              <PostForm intent="attach" formId={`attach-${key}`} className="stack" encType="multipart/form-data">
                <input type="hidden" name="slot" value={key} />
                <FileInput purpose="application_attachment" subjectId={at} at={key} label={t('attachments.add', { name: name.text })} hint={t('applications.attachmentHint')} files={[]} />
                <Button tone="plain">{t('applications.attach')}</Button>
              </PostForm>
            )}
            {need === 'ifApplies' ? <p><a href="#reasons">{t('attachments.notApplies')}</a></p> : null}
          </section>
        );
      })}
    </>
  );
}

/** What is left to say in the section: why an attachment does not apply, and that nothing is missing, where nothing must be there. */
export function AttachmentsMark({ slots, content }: { slots: readonly Slot[]; content: OfferContent }) {
  const t = useT();
  const { beside } = useGate('files');
  return (
    <>
      {beside}
      <SlotReasons slots={slots} content={content} />
      {mayNeedNone(slots) ? <Checkbox name="none" label={t('applications.attachmentsDone')} defaultChecked={content.attachments?.none ?? false} /> : null}
    </>
  );
}

/** Why an attachment that only some offerors need does not apply to this one. */
function SlotReasons({ slots, content }: { slots: readonly Slot[]; content: OfferContent }) {
  const t = useT();
  const asked = slots.filter(({ need }) => need === 'ifApplies');
  if (asked.length === 0) return null;
  return (
    <div id="reasons" className="stack">
      <h2>{t('attachments.reasons')}</h2>
      {asked.map(({ key, name }, i) => (
        <div key={key}>
          <input type="hidden" name={`reasons[${i}].id`} value={key} />
          <Field name={`reasons[${i}].reason`} label={t('attachments.because', { name: name.text })} hint={t('attachments.becauseHint')} defaultValue={reasonAgainst(content, key)} multiline rows={2} maxLength={500} optional />
        </div>
      ))}
    </div>
  );
}

/** The attachments as the form of the offer will show them, for whoever writes the call. */
export function SlotPreview({ attachments }: { attachments: readonly AttachmentInWords[] }) {
  const t = useT();
  return (
    <>
      {attachments.map((attachment) => (
        <div key={attachment.key} className="card stack">
          <h3><OwnText lang={attachment.name.lang} as="span">{attachment.name.text}</OwnText></h3>
          <AttachmentWords attachment={attachment} />
          {attachment.when === 'representative' ? <p>{t('attachments.notApplies')}</p> : null}
        </div>
      ))}
      <p>{t('applications.attachmentHint')}</p>
    </>
  );
}

/** Files of an offer to read: under the official name of each attachment of the call what is there or why not, then what else was added. */
export function AttachedFiles({ slots, files, content }: { slots: readonly Slot[]; files: readonly LinkedFile[]; content: OfferContent }) {
  const t = useT();
  const list = (some: readonly LinkedFile[]) => <ul>{some.map((file) => <li key={file.id}><FileLink {...file} /></li>)}</ul>;
  if (slots.length === 0) return files.length > 0 ? list(files) : <p>{t('screening.offer.noAttachments')}</p>;
  const shown = slots.map((slot) => ({ slot, state: stateOfSlot(slot, content), reason: reasonAgainst(content, slot.key) }));
  return (
    <>
      {shown.map(({ slot: { key, polish, when, files: there }, state, reason }) => (
        <div key={key} className="stack">
          <h3 lang="pl">{polish}</h3>
          <p><SlotTag state={state} /> <span className="hint">{t(`attachments.when.${when}` as const)}</span></p>
          {there.length > 0 ? list(there) : null}
          {state === 'notApplies' ? <OwnText lang="pl">{reason}</OwnText> : null}
        </div>
      ))}
      {files.length > 0 ? <><h3>{t('attachments.other')}</h3>{list(files)}</> : null}
    </>
  );
}
