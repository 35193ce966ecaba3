import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import type { Actor } from '~/access/actor';
import type { Context } from '~/access/context';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { attachFromForm } from '~/http/uploads/store.server';
import { subjectOf } from '~/http/uploads/subject.server';
import { useLang, useT } from '~/i18n/react';
import { listIndicators } from '~/modules/programme/queries.server';
import { listQuestions } from '~/modules/applications/correction-queries.server';
import { CorrectionGate } from '~/modules/applications/components/correction-gate';
import { problemsIn, saveAndTell, saveTyped, type Sent } from '~/modules/applications/typed-saving.server';
import { helpEnded, withHelp } from '~/modules/applications/helper-queries.server';
import { Collisions } from '~/modules/applications/components/collisions';
import { KeptText } from '~/modules/applications/components/kept-text';
import { Version } from '~/modules/applications/components/rows';
import { SaveBar } from '~/modules/applications/components/save-bar';
import { SectionFields } from '~/modules/applications/components/section-fields';
import { AttachedFiles, AttachmentsMark, FileList, Slots } from '~/modules/applications/components/slots';
import { StoredSection } from '~/modules/applications/components/stored-section';
import type { OfferContent, OfferSection } from '~/modules/applications/content';
import { AttachToOfferForm, sectionForms, sectionOf } from '~/modules/applications/forms';
import { getApplication } from '~/modules/applications/queries.server';
import { hasLongTexts } from '~/modules/applications/rules-of-words';
import { isWritable, sectionsOf } from '~/modules/applications/rules';
import { mayNeedNone, otherFiles } from '~/modules/applications/rules-of-slots';
import { slotsOf } from '~/modules/applications/slots.server';
import type { ExtraQuestion } from '~/modules/calls/content';
import { getCall } from '~/modules/calls/queries.server';
import { removeFile } from '~/modules/files/commands.server';
import { RemoveFileForm } from '~/modules/files/forms';
import { listFiles } from '~/modules/files/queries.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { NotFound, RuleViolation } from '~/shared/errors';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import type { LinkedFile } from '~/ui/file-link';
import { FileInput } from '~/ui/file-input';
import { PostForm, useFormState } from '~/ui/form';
import { Notice } from '~/ui/notice';

// Each section is its own intent, so that each has its own form.
export const handle = declare({
  see: 'application.read',
  do: {
    contact: 'application.edit', task: 'application.edit', schedule: 'application.edit', results: 'application.edit', profile: 'application.edit',
    budget: 'application.edit', other: 'application.edit', extra: 'application.edit', declarations: 'application.edit', attachments: 'application.edit',
    attach: 'file.attach', removeFile: 'file.remove',
  },
});
export const meta = titled('applications.untitled');

export const loader = load(handle, async ({ context, params, url, t }) => {
  const { db, actor } = context;
  const section = sectionOf(params.section);
  const application = await getApplication(db.read, params.id ?? '');
  const ended = await helpEnded(db.read, context, application);
  if (!ended) authorise(actor, 'application.edit', await withHelp(db.read, context, application));
  if (!section) throw new NotFound('section');
  // Of the offer, whoever helped once reads nothing more; only what they typed comes back.
  const shown = ended ? { ...application, content: {} as OfferContent, title: '' } : application;
  const [organisation, call] = await Promise.all([getOrganisation(db.read, application.organisationId), getCall(db.read, application.callId)]);
  // Answers to questions that were taken away since are still shown to whoever gave them.
  if (!sectionsOf(call).includes(section) && !application.content[section]) throw new NotFound('section');
  const { form, minGrant, maxGrant, maxShare, adminCap, yearBudgets } = call;
  const slots = section === 'attachments' && !ended ? await slotsOf(db.read, application, call.requiredAttachments, context.lang) : [];
  return {
    indicators: await listIndicators(db.read, context.lang, dayOf(context.now)),
    id: application.id,
    section,
    ended,
    writable: isWritable(application, section),
    begun: shown.content[section] !== undefined,
    slots,
    // Who has just started the offer comes here first and has not seen the list of its parts.
    isNew: url.searchParams.has('begun') && application.version === 1,
    // Where the call asks for attachments, each says itself where it stands.
    problems: ended || slots.length > 0 ? [] : await problemsIn(db.read, application, section, context.lang),
    title: shown.title || t('applications.untitled'),
    version: application.version,
    content: ended ? shown.content : withContact(application.content, organisation, actor),
    questions: call.extraQuestions,
    asked: application.status === 'correction_requested' && !ended ? (await listQuestions(db.read, application.id)).filter((one) => one.section === section) : [],
    limits: { form, minGrant, maxGrant, maxShare, adminCap, yearBudgets },
    files: ended ? [] : section === 'attachments' || asksForFile(section, call) ? await listFiles(db.read, 'application_attachment', application.id) : [],
    pageTitle: t(`applications.section.${section}` as const),
  };
});

/** Whether files are attached in this section: among the attachments, or where a question of the call asks for one. */
const asksForFile = (section: OfferSection, { extraQuestions }: { extraQuestions: readonly ExtraQuestion[] }) => section === 'extra' && extraQuestions.some(({ kind }) => kind === 'file');

/** Before anybody wrote who explains the offer, it is whoever opens the form, at the numbers of the registry. */
function withContact(content: OfferContent, { phone, email }: { phone: string | null; email: string | null }, actor: Actor): OfferContent {
  if (content.contact || actor.kind !== 'person') return content;
  return { ...content, contact: { name: actor.name, phone: phone ?? '', email: email ?? actor.email } };
}

function saving<Section extends OfferSection>(section: Section) {
  return doing(sectionForms[section], async (context, typed, { params, lang }) => {
    const { then, pasted } = typed as Sent;
    const id = params.id ?? '';
    if (then === 'stay') return json(await context.db.tx((tx) => saveAndTell(tx, context, id, section, typed)));
    await context.db.tx((tx) => saveTyped(tx, context, id, section, typed));
    const base = `/${lang}/applications/${id}`;
    return `${then === 'add' || pasted ? `${base}/section/${section}` : base}?saved=${section}`;
  });
}

async function writableSubject(context: Context, id: string) {
  const subject = await subjectOf(context.db.read, 'application_attachment', id, context.now);
  if (!subject.writable) throw new RuleViolation('wrongState');
  return subject;
}

export const action = act(handle, {
  contact: saving('contact'),
  task: saving('task'),
  schedule: saving('schedule'),
  results: saving('results'),
  profile: saving('profile'),
  budget: saving('budget'),
  other: saving('other'),
  declarations: saving('declarations'),
  extra: saving('extra'),
  attachments: saving('attachments'),
  attach: doing(AttachToOfferForm, async (context, { slot }, { params, lang, file, dataDir }) => {
    const subject = await writableSubject(context, [params.id, slot].filter(Boolean).join('.'));
    await attachFromForm(context, subject, file, dataDir);
    return `/${lang}/applications/${params.id}/section/${params.section}${slot ? `#slot-${slot}` : ''}`;
  }),
  removeFile: doing(RemoveFileForm, async (context, { removeFile: fileId }, { params, lang }) => {
    await removeFile(context, await writableSubject(context, params.id ?? ''), fileId);
    return `/${lang}/applications/${params.id}/section/${params.section}`;
  }),
});

const withRows: readonly OfferSection[] = ['schedule', 'results', 'budget'];

export default function Section() {
  const { id, section, ended, slots, writable, begun, isNew, problems, title, version, content, questions, asked, limits, files, pageTitle } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const refused = useFormState();
  const mayAddRows = asked.length === 0 || asked.some(({ place }) => ['actions', 'results', 'lines'].includes(place));
  const form = section !== 'attachments' || asked.length > 0 || mayNeedNone(slots) || slots.some(({ need }) => need === 'ifApplies');
  const changed = asked.length === 0 && refused?.intent === section && refused.message !== undefined;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/applications/${id}`, label: title }]} />
      <h1>{pageTitle}</h1>
      {isNew ? <Notice tone="good" title={t('applications.begun')}><p><a href={`/${lang}/applications/${id}`}>{t('applications.begunList')}</a></p></Notice> : null}
      {ended ? <Notice tone="bad" title={t('helpers.endedTitle')}><p>{t('helpers.endedLead')}</p></Notice> : <p><a href={`/${lang}/applications/${id}/comments#${section}`}>{t('offers.comments')}</a></p>}
      {lang === 'pl' ? null : <Notice>{t('applications.polish')}{hasLongTexts(section) && !content.words ? <> <a href={`/${lang}/applications/${id}#language`}>{t('words.choose')}</a></> : null}</Notice>}
      {writable && changed && !ended ? <Notice tone="bad" title={t('applications.stored')}><StoredSection section={section} content={content} /></Notice> : null}
      {writable || ended ? null : <Notice title={t('applications.lockedNow')}>{slots.length > 0 ? <AttachedFiles slots={slots} files={otherFiles(files, slots)} content={content} /> : <StoredSection section={section} content={content} />}</Notice>}
      {writable ? (
        <div data-problems hidden={!begun || problems.length === 0} aria-live="polite">
          <Notice title={t('offers.wrong')}>
            <ul className="bullets">{problems.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          </Notice>
        </div>
      ) : null}
      {asked.length > 0 ? <Notice tone="deadline">{t('correction.onlyAsked')}</Notice> : null}
      {writable && !ended ? <Slots id={id} slots={slots} content={content} /> : null}
      {(section === 'attachments' || asksForFile(section, { extraQuestions: questions })) && writable && !ended ? <Attachments id={id} files={otherFiles(files, slots)} beside={slots.length > 0} /> : null}
      {writable && !form ? <p><LinkButton href={`/${lang}/applications/${id}`} tone="plain">{t('attachments.back')}</LinkButton></p> : null}
      {form && (ended ? refused?.intent === section : writable || changed) ? (
        <PostForm intent={section} className="stack">
          <Version version={version} />
          <KeptText />
          <Collisions section={section} content={content} version={version} />
          <CorrectionGate section={section} content={content} asked={asked} extra={questions}>
            {section === 'attachments' ? (
              <AttachmentsMark slots={slots} content={content} />
            ) : (
              <SectionFields section={section} content={content} version={version} questions={questions} limits={limits} files={files} />
            )}
          </CorrectionGate>
          {ended ? null : <SaveBar label={t('applications.save')} rows={withRows.includes(section) && mayAddRows} />}
        </PostForm>
      ) : null}
    </div>
  );
}

function Attachments({ id, files, beside }: { id: string; files: LinkedFile[]; beside: boolean }) {
  const t = useT();
  return (
    <>
      {beside ? <><h2>{t('attachments.other')}</h2><p>{t('attachments.otherHint')}</p></> : null}
      <PostForm intent="removeFile" formId="remove" className="stack" data-files={id}>
        <FileList files={files} />
      </PostForm>
      <PostForm intent="attach" formId="attach" className="stack" encType="multipart/form-data">
        <FileInput purpose="application_attachment" subjectId={id} {...(beside ? { at: 'other' } : {})} label={t('applications.attachment')} hint={t('applications.attachmentHint')} files={[]} />
        <Button tone="plain">{t('applications.attach')}</Button>
      </PostForm>
    </>
  );
}
