import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { languageNames, languages } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { HelpList } from '~/modules/applications/components/help-list';
import { helpRoles } from '~/modules/applications/content';
import { EndHelpForm, HelperForm } from '~/modules/applications/forms-of-helpers';
import { listHelp, withHelp } from '~/modules/applications/helper-queries.server';
import { ownHelpInWords } from '~/modules/applications/helper-words';
import { endHelp, inviteHelper, leaveHelp } from '~/modules/applications/helpers.server';
import { getApplication } from '~/modules/applications/queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { nothing } from '~/shared/fields';
import { dayOf, formatDay, formatDeadline } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Radios, Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'application.read', do: { invite: 'application.inviteHelper', end: 'application.endHelp', leave: 'application.leaveHelp' } });
export const meta = titled('helpers.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { db, actor, now } = context;
  const application = await getApplication(db.read, params.id ?? '');
  const subject = await withHelp(db.read, context, application);
  authorise(actor, 'application.read', { ...subject, handedIn: false });
  const [call, organisation, members] = [await getCall(db.read, application.callId), await getOrganisation(db.read, application.organisationId), await listMembers(db.read, application.organisationId)];
  const help = await listHelp(db.read, { id: application.id, closesAt: call.closesAt }, now);
  const manages = may(actor, 'application.endHelp', application);
  return {
    id: application.id,
    title: application.title || t('applications.untitled'),
    closes: formatDeadline(call.closesAt, lang),
    manages,
    mayInvite: manages && (application.status === 'draft' || application.status === 'correction_requested'),
    mine: ownHelpInWords(help, { actor, organisation: organisation.name, t, lang }),
    members: members.map(({ personId, name, role, signatory }) => ({ id: personId, name, role: [t(`organisations.memberRole.${role}` as const), signatory ? t('organisations.signatory') : ''].filter(Boolean).join(', ') })),
    help: help
      // An address is shown only to those who could have written it.
      .filter(({ state, personId }) => state === 'active' || manages || personId === actorId(actor))
      .map(({ id, state, role, name, email, until, ends, acceptedAt, endedAt, expiresAt }) => ({
        id, state, accepted: acceptedAt !== null, role: t(`helpers.role.${role}` as const),
        who: name ? (manages ? `${name} (${email})` : name) : email,
        until: until ? formatDeadline(ends, lang) : t('helpers.withCall', { when: formatDeadline(ends, lang) }),
        said: state === 'invited'
          ? t('helpers.waits', { day: formatDay(dayOf(new Date(expiresAt.getTime() - 1)), lang) })
          : state === 'active' ? '' : acceptedAt ? t('helpers.over', { day: formatDay(dayOf(endedAt ?? ends), lang) }) : t('helpers.unused'),
      })),
  };
});

const here = (lang: string, params: Record<string, string>) => `/${lang}/applications/${params.id}/people`;

export const action = act(handle, {
  invite: doing(HelperForm, async (context, input, { params, lang }) => {
    await inviteHelper(context, params.id ?? '', input);
    return here(lang, params);
  }),
  end: doing(EndHelpForm, async (context, { help }, { params, lang }) => {
    await endHelp(context, params.id ?? '', help);
    return here(lang, params);
  }),
  leave: doing(nothing, async (context, _input, { params, lang }) => {
    await leaveHelp(context, params.id ?? '');
    return `/${lang}/desk`;
  }),
});

/** Who works on this one offer, as what and until when; here people from outside are invited to it. */
export default function People() {
  const { id, title, closes, manages, mayInvite, mine, members, help } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const current = help.filter(({ state }) => state !== 'over');
  const past = help.filter(({ state }) => state === 'over');
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/applications/${id}`, label: title }]} />
      <h1>{t('helpers.title')}</h1>
      {mine ? (
        <>
          <Notice>{mine}</Notice>
          <PostForm intent="leave" formId="leave"><Button tone="plain">{t('helpers.leave')}</Button></PostForm>
        </>
      ) : <p>{t('helpers.lead')}</p>}
      <h2>{t('helpers.members')}</h2>
      <ul className="tasks">
        {members.map(({ id: person, name, role }) => <li key={person}><strong>{name}</strong><span>{role}</span></li>)}
      </ul>
      <h2>{t('helpers.invited')}</h2>
      {current.length > 0 ? <HelpList caption={t('helpers.invited')} help={current} manages={manages} /> : <p className="hint">{t('helpers.none')}</p>}
      {past.length > 0 ? <Details summary={`${t('helpers.past')} (${past.length})`}><HelpList caption={t('helpers.past')} help={past} manages={false} /></Details> : null}
      {mayInvite ? (
        <section className="stack" aria-labelledby="invite-title">
          <h2 id="invite-title">{t('helpers.invite')}</h2>
          <PostForm intent="invite" formId="invite" className="stack">
            <Field name="email" label={t('helpers.email')} type="email" autoComplete="off" />
            <Radios name="role" legend={t('helpers.asWhat')} options={helpRoles.map((value) => ({ value, label: t(`helpers.role.${value}` as const), hint: t(`helpers.may.${value}` as const) }))} />
            <DayField name="until" legend={t('helpers.untilDay')} hint={t('helpers.untilHint', { when: closes })} />
            <Select name="lang" label={t('helpers.lang')} defaultValue={lang} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
            <Button>{t('helpers.send')}</Button>
          </PostForm>
        </section>
      ) : null}
    </div>
  );
}
