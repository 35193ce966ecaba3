import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { reopenApplication } from '~/modules/applications/commands.server';
import { Clocks } from '~/modules/applications/components/correction-desk';
import { ToCorrect } from '~/modules/applications/components/to-correct';
import { ApplicationTag } from '~/modules/applications/components/formal-status';
import { listActiveHelp, listHelp, withHelp } from '~/modules/applications/helper-queries.server';
import { ownHelpInWords } from '~/modules/applications/helper-words';
import { offerSections, takenSections } from '~/modules/applications/content';
import { LanguageForm, TakeForm } from '~/modules/applications/forms';
import { clocksInWords, questionsInWords } from '~/modules/applications/correction-desk.server';
import { listComments, listEarlier, takeFromEarlier } from '~/modules/applications/together.server';
import { listPartners } from '~/modules/applications/partners.server';
import { workingLanguages } from '~/modules/applications/rules-of-words';
import { chooseLanguage } from '~/modules/applications/words.server';
import { getApplication, getLatestSubmission, listSignOffs } from '~/modules/applications/queries.server';
import { isWritable, knownStatus, nextStep, problemsOfOffer, sectionsOf, whyNotWithdraw } from '~/modules/applications/rules';
import { slotsOf } from '~/modules/applications/slots.server';
import { submitCorrection } from '~/modules/applications/screening.server';
import { ChangedNotice } from '~/modules/calls/components/call-changes';
import { changesInWords, endingInWords } from '~/modules/calls/facts-life';
import { findEnding, listVersions } from '~/modules/calls/life-queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { inWordsOf, isOpen } from '~/modules/calls/rules';
import { withdrawApplication } from '~/modules/decisions/commands.server';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { nothing } from '~/shared/fields';
import { formatDeadline, formatInstantZone, relativeDays } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Checkboxes, Select } from '~/ui/choices';
import { Details } from '~/ui/details';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import { TaskList, type Task } from '~/ui/task-list';

export const handle = declare({
  see: 'application.read',
  do: { correct: 'application.correct', reopen: 'application.withdraw', withdraw: 'application.withdraw', take: 'application.takeEarlier', language: 'application.edit' },
});
export const meta = titled('applications.untitled');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, db, now } = context;
  const application = await getApplication(db.read, params.id ?? '');
  // Its own people read a draft; the City has its own page for what was handed in.
  const subject = await withHelp(db.read, context, application);
  authorise(actor, 'application.read', { ...subject, handedIn: false });
  const [call, organisation] = await Promise.all([getCall(db.read, application.callId), getOrganisation(db.read, application.organisationId)]);
  const slots = await slotsOf(db.read, application, call.requiredAttachments, lang);
  const problems = problemsOfOffer(application.content, call, organisation, offerSections, slots);
  const due = application.correctionDueAt ? formatDeadline(application.correctionDueAt, lang) : '';
  const status = knownStatus(application.status, call.resultsPublishedAt);
  const [members, invited, help, signed] = await Promise.all([listMembers(db.read, application.organisationId), listActiveHelp(db.read, application.id, now), listHelp(db.read, { id: application.id, closesAt: call.closesAt }, now), listSignOffs(db.read, application.id, application.version)]);
  const [versions, ending] = await Promise.all([listVersions(db.read, call.id, ['in_force']), findEnding(db.read, call.id)]);
  const mayWrite = may(actor, 'application.edit', subject);
  return {
    id: application.id,
    status,
    pageTitle: application.title || t('applications.untitled'),
    call: { title: inWordsOf(lang, call.title, call.titles).text, closes: formatInstantZone(call.closesAt, lang), in: relativeDays(now, call.closesAt, lang), open: isOpen(call, now) },
    organisation: organisation.name,
    changed: {
      href: `/${lang}/calls/${call.slug}`,
      versions: changesInWords(versions.filter(({ inForceAt }) => inForceAt && inForceAt >= (application.submittedAt ?? application.createdAt)), t),
      ended: endingInWords(ending, lang),
    },
    help: ownHelpInWords(help, { actor, organisation: organisation.name, t, lang }),
    writers: [...members.filter(({ role }) => role !== 'viewer'), ...invited.filter(({ role }) => role === 'helper')].map(({ name }) => name).join(', '),
    signatories: members.filter(({ signatory }) => signatory).map(({ name }) => name).join(', '),
    signatures: organisation.representation.minSignatures > 1 ? { signed: signed.length, of: organisation.representation.minSignatures } : null,
    asked: status === 'correction_requested' ? await questionsInWords(db.read, application, { t, lang, now }) : [],
    clocks: await clocksInWords(db.read, application, call.closesAt, { t, lang, now }),
    due,
    next: t(`applications.next.${nextStep(status)}` as const, { due }),
    sections: sectionsOf(call).map((section) => {
      const found = problems.filter((problem) => problem.section === section);
      return {
        section,
        writable: mayWrite && isWritable(application, section),
        begun: application.content[section] !== undefined || (section === 'attachments' && slots.some(({ files }) => files.length > 0)),
        problems: found.map(({ code, params: p }) => refusalSentence(t, code, p)),
      };
    }),
    canCorrect: status === 'correction_requested' && may(actor, 'application.correct', application),
    canReopen: status === 'submitted' && isOpen(call, now) && may(actor, 'application.withdraw', application),
    canWithdraw: !whyNotWithdraw(application.status, call.resultsPublishedAt) && may(actor, 'application.withdraw', application),
    partners: (await listPartners(db.read, application.id)).map(({ status: answer }) => answer),
    comments: (await listComments(db.read, application.id)).length,
    earlier: status === 'draft' && may(actor, 'application.takeEarlier', application) ? (await listEarlier(db.read, application)).map(({ id, title, call: from }) => ({ id, title: `${title || t('applications.untitled')} (${from})` })) : [],
    language: { choosable: mayWrite && status === 'draft', lang: application.content.words?.lang ?? null },
    hasReceipt: (await getLatestSubmission(db.read, application.id)) !== undefined,
  };
});

export const action = act(handle, {
  take: doing(TakeForm, async (context, input, { params, lang }) => {
    await takeFromEarlier(context, params.id ?? '', input);
    return `/${lang}/applications/${params.id}`;
  }),
  language: doing(LanguageForm, async (context, input, { params, lang }) => {
    await chooseLanguage(context, params.id ?? '', input);
    return `/${lang}/applications/${params.id}`;
  }),
  correct: doing(nothing, async (context, _input, { params, lang }) => {
    await submitCorrection(context, params.id ?? '');
    return `/${lang}/applications/${params.id}/receipt`;
  }),
  reopen: doing(nothing, async (context, _input, { params, lang }) => {
    await reopenApplication(context, params.id ?? '');
    return `/${lang}/applications/${params.id}`;
  }),
  withdraw: doing(nothing, async (context, _input, { params, lang }) => {
    await withdrawApplication(context, params.id ?? '');
    return `/${lang}/applications/${params.id}`;
  }),
});

export default function Application() {
  const offer = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/applications/${offer.id}`;
  const open = offer.status === 'draft' || offer.status === 'correction_requested';
  const tasks = offer.sections.map(({ section, writable, begun, problems }) => ({
    href: writable ? `${base}/section/${section}` : undefined,
    label: t(`applications.section.${section}` as const),
    ...(begun && problems[0] ? { hint: problems[0] } : {}),
    status: !writable
      ? { text: t('applications.locked') }
      : problems.length === 0
        ? { text: t('applications.done') }
        : begun
          ? { text: t('applications.toCorrect', { n: problems.length }), tone: 'bad' as const }
          : { text: t('applications.toDo'), tone: 'wait' as const },
  }));
  // Those who were asked to make the offer too are one more thing to have done.
  const waiting = offer.partners.filter((answer) => answer !== 'accepted').length;
  const joint: Task[] = offer.partners.length > 0 ? [{ href: `${base}/partners`, label: t('offers.partners'), status: waiting > 0 ? { text: t('joint.taskWaiting', { n: waiting }), tone: 'wait' } : { text: t('applications.done') } }] : [];
  return (
    <div className="stack section" data-island="saved-text">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }]} />
      <h1><OwnText lang="pl" as="span">{offer.pageTitle}</OwnText></h1>
      <p className="hint">{t('applications.inCall', { call: offer.call.title, organisation: offer.organisation })}</p>
      <p><ApplicationTag status={offer.status} /> {offer.next}</p>
      {offer.help ? <Notice>{offer.help}</Notice> : null}
      <ChangedNotice {...offer.changed} />
      {offer.status === 'draft' ? <Notice tone="deadline">{offer.call.open ? t('applications.deadline', { when: `${offer.call.closes} (${offer.call.in})` }) : t('refusal.application.late')}</Notice> : null}
      {offer.status === 'correction_requested' ? <ToCorrect due={offer.due} asked={offer.asked} base={base} /> : null}
      <Clocks {...offer.clocks} />
      {offer.status === 'draft' ? <TaskList done={offer.sections.filter(({ problems }) => problems.length === 0).length + joint.filter(({ status }) => !status.tone).length} total={tasks.length + joint.length} items={[...tasks, ...joint]} /> : null}
      {offer.language.choosable ? (
        <div id="language">
          <Details summary={offer.language.lang ? `${t('words.choose')}: ${t(`programme.language.${offer.language.lang}` as const)}` : t('words.choose')}>
            <PostForm intent="language" formId="language" className="stack">
              <p className="hint">{t('words.chooseLead')}</p>
              <Select name="lang" label={t('words.chooseLang')} options={workingLanguages.map((one) => ({ value: one, label: t(`programme.language.${one}` as const) }))} defaultValue={offer.language.lang ?? ''} empty={t('words.onlyPolish')} />
              <Button tone="plain">{t('words.chooseNow')}</Button>
            </PostForm>
          </Details>
        </div>
      ) : null}
      {offer.earlier.length > 0 ? (
        <Details summary={t('offers.take')}>
          <PostForm intent="take" formId="take" className="stack">
            <p className="hint">{t('offers.takeHint')}</p>
            <Select name="from" label={t('offers.takeFrom')} options={offer.earlier.map(({ id, title }) => ({ value: id, label: title }))} />
            <Checkboxes name="sections" legend={t('offers.takeWhat')} options={takenSections.map((section) => ({ value: section, label: t(`applications.section.${section}` as const) }))} defaultValue={['contact', 'profile']} />
            <Button tone="plain">{t('offers.takeNow')}</Button>
          </PostForm>
        </Details>
      ) : null}
      {open ? (
        <SummaryList items={[
          { label: t('applications.writers'), value: offer.writers },
          { label: t('applications.signatories'), value: offer.signatories || t('applications.noSignatory') },
          ...(offer.signatures ? [{ label: t('applications.signatures'), value: t('applications.signaturesDone', offer.signatures) }] : []),
        ]} />
      ) : null}
      <p className="row">
        <LinkButton href={`${base}/check`} tone={offer.status === 'draft' ? 'main' : 'plain'}>{offer.status === 'draft' ? t('applications.checkAll') : t('applications.open')}</LinkButton>
        <a href={`${base}/partners`}>{t('offers.partners')}{offer.partners.length > 0 ? ` (${offer.partners.length + 1})` : ''}</a>
        <a href={`${base}/people`}>{t('helpers.title')}</a>
        <a href={`${base}/comments`}>{t('offers.comments')}{offer.comments > 0 ? ` (${offer.comments})` : ''}</a>
        <a href={`${base}/versions`}>{t('offers.versions')}</a>
        <a href={`${base}/form.pdf`}>{t(offer.status === 'draft' ? 'receipts.pdfDraft' : 'receipts.pdf')}</a>
        {offer.hasReceipt ? <a href={`${base}/receipt`}>{t('applications.receipt')}</a> : null}
      </p>
      {offer.canCorrect ? <PostForm intent="correct"><Button>{t('applications.handInCorrection')}</Button></PostForm> : null}
      {offer.canReopen ? <PostForm intent="reopen"><Button tone="plain">{t('applications.reopen')}</Button></PostForm> : null}
      {offer.canWithdraw ? (
        <Details summary={t('applications.withdraw')}>
          <PostForm intent="withdraw"><Button tone="bad">{t('applications.withdraw')}</Button></PostForm>
        </Details>
      ) : null}
    </div>
  );
}
