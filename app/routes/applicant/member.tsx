import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { memberRoles } from '~/access/roles';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { changeMemberRole } from '~/modules/organisations/commands.server';
import { RoleForm } from '~/modules/organisations/forms-of-life';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { whyNotWithout } from '~/modules/organisations/rules-of-life';
import { NotFound } from '~/shared/errors';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Checkbox, Radios } from '~/ui/choices';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'organisation.changeRole', do: { change: 'organisation.changeRole' } });
export const meta = titled('registry.role.title');

export const loader = load(handle, async ({ context, params }) => {
  const { db, actor } = context;
  const { id, name } = await getOrganisation(db.read, params.organisationId ?? '');
  authorise(actor, 'organisation.changeRole', { organisationId: id });
  const members = await listMembers(db.read, id);
  const member = members.find(({ personId }) => personId === params.personId);
  if (!member) throw new NotFound('member');
  return { id, name, member: { name: member.name, role: member.role, signatory: member.signatory }, lastOwner: whyNotWithout(members, member.personId) !== null };
});

export const action = act(handle, {
  change: doing(RoleForm, async (context, input, { params, lang }) => {
    await changeMemberRole(context, params.organisationId ?? '', params.personId ?? '', input);
    return context.actor.kind === 'person' && context.actor.id === params.personId && input.role !== 'owner' ? `/${lang}/desk` : `/${lang}/my/${params.organisationId}`;
  }),
});

/** What one member may do, and the change of it. */
export default function Member() {
  const { id, name, member, lastOwner } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }, { href: `/${lang}/my/${id}`, label: name }]} />
      <h1>{t('registry.role.title')}</h1>
      <p><strong>{member.name}</strong></p>
      {lastOwner ? <Notice>{`${t('refusal.organisation.lastOwner')}.`}</Notice> : null}
      <PostForm intent="change" className="stack">
        <Radios
          name="role" legend={t('organisations.invite.role')} defaultValue={member.role}
          options={memberRoles.map((value) => ({ value, label: t(`organisations.memberRole.${value}` as const), hint: t(`organisations.memberRoleHint.${value}` as const) }))}
        />
        <Checkbox name="signatory" label={t('organisations.invite.signatory')} defaultChecked={member.signatory} />
        <Button>{t('organisations.save')}</Button>
      </PostForm>
    </div>
  );
}
