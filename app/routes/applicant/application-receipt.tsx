import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { getApplication, getLatestSubmission } from '~/modules/applications/queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { NotFound } from '~/shared/errors';
import { formatDay, formatInstantZone } from '~/shared/time';
import { Confirmation } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'application.read' });
export const meta = titled('applications.receipt');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { read } = context.db;
  const application = await getApplication(read, params.id ?? '');
  authorise(context.actor, 'application.read', { ...application, handedIn: application.status !== 'draft' });
  const submission = await getLatestSubmission(read, application.id);
  if (!submission) throw new NotFound('receipt');
  const call = await getCall(read, application.callId);
  return {
    id: application.id, title: application.title, number: submission.receiptNumber, sha256: submission.sha256,
    when: formatInstantZone(submission.submittedAt, lang, { seconds: true }), day: formatDay(call.decisionBy, lang),
  };
});

export default function Receipt() {
  const { id, title, number, sha256, when, day } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Confirmation title={t('applications.receipt')} number={number} numberLabel={t('applications.receiptNumber')}>
        <OwnText lang="pl">{title}</OwnText>
        <p>{t('applications.receiptTime', { when })}</p>
        <p>{t('applications.receiptHash')}: <code>{sha256}</code></p>
      </Confirmation>
      <p>{t('applications.receiptNext', { day })}</p>
      <p>{t('applications.receiptMail')}</p>
      <p><a href={`/${lang}/applications/${id}`}>{t('applications.open')}</a></p>
    </div>
  );
}
