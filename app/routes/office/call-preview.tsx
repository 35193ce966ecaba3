import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { SectionFields } from '~/modules/applications/components/section-fields';
import { SlotPreview } from '~/modules/applications/components/slots';
import { sectionsOf } from '~/modules/applications/rules';
import { getCall } from '~/modules/calls/queries.server';
import { isPublic } from '~/modules/calls/rules';
import { attachmentsInWords } from '~/modules/calls/rules-attachments';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'office.read' });
export const meta = titled('callLife.preview');

export const loader = load(handle, async ({ context, params, lang }) => {
  const call = await getCall(context.db.read, params.id ?? '');
  authorise(context.actor, 'call.read', { public: isPublic(call.status) });
  return { id: call.id, title: call.title, questions: call.extraQuestions, attachments: attachmentsInWords(call.requiredAttachments, lang) };
});

/** The form of the offer as an applicant would see it; nothing can be written in it. */
export default function CallPreview() {
  const { id, title, questions, attachments } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: `/${lang}/office/calls/${id}`, label: title }]} />
      <h1>{t('callLife.preview')}</h1>
      <Notice>{t('callLife.previewHint')}</Notice>
      {sectionsOf({ extraQuestions: questions }).map((section) => (
        <section className="stack" key={section}>
          <h2>{t(`applications.section.${section}` as const)}</h2>
          {section === 'attachments' ? <SlotPreview attachments={attachments} /> : (
            // The call's own questions can be tried: some of them show only after an answer.
            <fieldset disabled={section !== 'extra'} className="stack">
              <legend className="visually-hidden">{t(`applications.section.${section}` as const)}</legend>
              <SectionFields section={section} content={{}} version={1} questions={questions} />
            </fieldset>
          )}
        </section>
      ))}
    </div>
  );
}
