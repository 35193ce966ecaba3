import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { saveRequiredAttachments } from '~/modules/calls/attachments.server';
import { AttachmentFields } from '~/modules/calls/components/attachment-fields';
import { AttachmentsForm } from '~/modules/calls/forms-attachments';
import { getCall } from '~/modules/calls/queries.server';
import { RuleViolation } from '~/shared/errors';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'call.edit', do: { save: 'call.edit' } });
export const meta = titled('attachments.title');

export const loader = load(handle, async ({ context, params }) => {
  const { id, title, status, requiredAttachments } = await getCall(context.db.read, params.id ?? '');
  if (status !== 'draft') throw new RuleViolation('wrongState');
  return { id, title, requiredAttachments };
});

export const action = act(handle, {
  save: doing(AttachmentsForm, async (context, input, { params, lang }) => {
    await saveRequiredAttachments(context, params.id ?? '', input);
    return `/${lang}/office/calls/${params.id}/attachments`;
  }),
});

/** What an offer in this call must bring with it. */
export default function CallAttachments() {
  const { id, title, requiredAttachments } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: `/${lang}/office/calls/${id}`, label: title }]} />
      <h1>{t('attachments.title')}</h1>
      <p>{t('attachments.lead')}</p>
      <p className="hint">{t('attachments.whenHint')}</p>
      <PostForm intent="save" className="stack section">
        <AttachmentFields stored={requiredAttachments} />
        <Button>{t('attachments.save')}</Button>
      </PostForm>
    </div>
  );
}
