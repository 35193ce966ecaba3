import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { memberRoles } from '~/access/roles';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { attachEvidence, removeEvidence } from '~/http/uploads/evidence.server';
import { languageNames, languages } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { inviteMember, leaveOrganisation, removeMember, signaturesNeeded, submitOrganisation, withdrawInvitation } from '~/modules/organisations/commands.server';
import { Evidence } from '~/modules/organisations/components/evidence';
import { ContactSummary, PeopleSummary, RegisterSummary, StatusTag } from '~/modules/organisations/components/entry-summary';
import { MemberList } from '~/modules/organisations/components/member-list';
import { EntryMenu } from '~/modules/organisations/components/entry-menu';
import { OwnStanding } from '~/modules/organisations/components/own-standing';
import { SafeMode } from '~/modules/organisations/components/safe-mode';
import { AttachForm, RemoveFileForm } from '~/modules/files/forms';
import { listFiles } from '~/modules/files/queries.server';
import { InvitationForm, InviteForm, MemberForm } from '~/modules/organisations/forms';
import { getOrganisation, listInvitations, listMembers } from '~/modules/organisations/queries.server';
import { hideOrganisation, showOrganisationAgain } from '~/modules/organisations/safe-mode.server';
import { confirmEntry } from '~/modules/organisations/lifecycle.server';
import { whyNotWithout } from '~/modules/organisations/rules-of-life';
import { getStanding } from '~/modules/organisations/standing.server';
import { isPublic, whyNot } from '~/modules/organisations/rules';
import { needsEvidence, registerBlocks } from '~/modules/organisations/rules-of-register';
import { sideOf } from '~/modules/organisations/rules-of-patronage';
import { nothing } from '~/shared/fields';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Checkbox, Radios, Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({
  see: 'organisation.members',
  do: { submit: 'organisation.submit', invite: 'organisation.invite', withdraw: 'organisation.invite', remove: 'organisation.removeMember', attach: 'file.attach', removeFile: 'file.remove', confirm: 'organisation.confirm', leave: 'organisation.leave', hide: 'organisation.hide', showAgain: 'organisation.showAgain' },
});
export const meta = titled('organisations.mine');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { db, actor, now } = context;
  const organisation = await getOrganisation(db.read, params.organisationId ?? '');
  const { id, status } = organisation;
  const subject = { organisationId: id };
  authorise(actor, 'organisation.members', subject);
  const [members, invitations] = await Promise.all([listMembers(db.read, id), listInvitations(db.read, id, now)]);
  return {
    entry: organisation,
    members,
    invitations: invitations.map((invitation) => ({ ...invitation, expires: formatInstant(invitation.expiresAt, lang) })),
    can: {
      edit: may(actor, 'organisation.edit', subject) && (whyNot('edit', status) === null || whyNot('editContact', status) === null),
      submit: may(actor, 'organisation.submit', subject) && whyNot('submit', status) === null,
      manage: may(actor, 'organisation.invite', subject),
      hide: may(actor, 'organisation.hide', subject),
      showAgain: may(actor, 'organisation.showAgain', subject),
      offer: may(actor, 'organisation.editServices', subject) && whyNot('editOffer', status) === null,
    },
    standing: await getStanding(db.read, context, organisation, lang),
    signing: { n: await signaturesNeeded(db.read, id), have: members.filter(({ signatory }) => signatory).length },
    mayLeave: whyNotWithout(members, actorId(actor) ?? '') === null,
    isPublic: isPublic(status),
    side: sideOf(organisation.legalForm),
    evidence: needsEvidence(organisation) ? { files: await listFiles(db.read, 'organisation_evidence', id), writable: status !== 'verified' && may(actor, 'file.attach', subject) } : null,
    pageTitle: organisation.name,
  };
});

const here = (lang: string, params: Record<string, string>) => `/${lang}/my/${params.organisationId}`;

export const action = act(handle, {
  submit: doing(nothing, async (context, _input, { lang, params }) => {
    await submitOrganisation(context, params.organisationId ?? '');
    return here(lang, params);
  }),
  invite: doing(InviteForm, async (context, input, { lang, params }) => {
    await inviteMember(context, params.organisationId ?? '', input);
    return here(lang, params);
  }),
  withdraw: doing(InvitationForm, async (context, { invitationId }, { lang, params }) => {
    await withdrawInvitation(context, params.organisationId ?? '', invitationId);
    return here(lang, params);
  }),
  remove: doing(MemberForm, async (context, { personId }, { lang, params }) => {
    await removeMember(context, params.organisationId ?? '', personId);
    return context.actor.kind === 'person' && context.actor.id === personId ? `/${lang}/desk` : here(lang, params);
  }),
  confirm: doing(nothing, async (context, _input, { lang, params }) => {
    await confirmEntry(context, params.organisationId ?? '');
    return here(lang, params);
  }),
  leave: doing(nothing, async (context, _input, { lang, params }) => {
    await leaveOrganisation(context, params.organisationId ?? '');
    return `/${lang}/desk`;
  }),
  hide: doing(nothing, async (context, _input, { lang, params }) => {
    await hideOrganisation(context, params.organisationId ?? '');
    return `${here(lang, params)}#safe-mode`;
  }),
  showAgain: doing(nothing, async (context, _input, { lang, params }) => {
    await showOrganisationAgain(context, params.organisationId ?? '');
    return `${here(lang, params)}#safe-mode`;
  }),
  attach: doing(AttachForm, async (context, _input, { lang, params, file, dataDir }) => {
    await attachEvidence(context, params.organisationId ?? '', file, dataDir);
    return here(lang, params);
  }),
  removeFile: doing(RemoveFileForm, async (context, { removeFile }, { lang, params }) => {
    await removeEvidence(context, params.organisationId ?? '', removeFile);
    return here(lang, params);
  }),
});

export default function MyOrganisation() {
  const { entry, members, invitations, can, isPublic: shown, side, evidence, standing, signing, mayLeave } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }]} />
      <h1 lang="pl">{entry.name}</h1>
      <p><StatusTag status={entry.status} /></p>
      {(entry.status === 'needs_correction' || entry.status === 'claimed') && entry.returnReason ? (
        <Notice tone="bad" title={t('organisations.returned')}><p className="own-text" lang="pl">{entry.returnReason}</p></Notice>
      ) : (
        <p>{t(`organisations.next.${entry.status}` as const)}</p>
      )}
      {registerBlocks(entry.registerStanding) ? <Notice tone="bad">{`${t('refusal.register.blocks')}.`}</Notice> : null}
      <OwnStanding id={entry.id} standing={standing} />
      {can.submit ? <PostForm intent="submit"><Button>{t('organisations.submit')}</Button></PostForm> : null}
      <EntryMenu id={entry.id} slug={shown ? entry.slug : null} side={side} can={{ ...can, requestChange: standing.can.requestChange && !standing.pendingChange }} />
      <section className="stack">
        <h2>{t('organisations.section.register')}</h2>
        <RegisterSummary entry={entry} />
      </section>
      {evidence ? <Evidence id={entry.id} {...evidence} /> : null}
      <section className="stack">
        <h2>{t('organisations.section.contact')}</h2>
        <ContactSummary entry={entry} />
      </section>
      <section className="stack">
        <h2>{t('organisations.section.people')}</h2>
        <PeopleSummary entry={entry} />
      </section>
      <section className="stack" id="people">
        <h2>{t('organisations.members')}</h2>
        <MemberList members={members} invitations={invitations} mayManage={can.manage} organisationId={entry.id} />
        <p>{t('registry.signing', signing)}</p>
        {signing.have < signing.n ? <Notice tone="bad">{t('registry.signing.tooFew')}</Notice> : null}
        {mayLeave ? <PostForm intent="leave" formId="leave"><Button tone="plain">{t('registry.leave')}</Button></PostForm> : null}
      </section>
      <SafeMode on={entry.safeMode} can={can} />
      {can.manage ? (
        <section className="stack">
          <h2>{t('organisations.invite')}</h2>
          <p>{t('organisations.invite.lead')}</p>
          <PostForm intent="invite" className="stack">
            <Field name="email" type="email" label={t('organisations.invite.email')} width="medium" />
            <Radios
              name="role" legend={t('organisations.invite.role')} defaultValue="editor"
              options={memberRoles.map((value) => ({ value, label: t(`organisations.memberRole.${value}` as const), hint: t(`organisations.memberRoleHint.${value}` as const) }))}
            />
            <Checkbox name="signatory" label={t('organisations.invite.signatory')} />
            <Select name="lang" label={t('organisations.invite.lang')} defaultValue={lang} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
            <Button>{t('organisations.invite.send')}</Button>
          </PostForm>
        </section>
      ) : null}
    </div>
  );
}
