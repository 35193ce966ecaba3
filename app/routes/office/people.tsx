import { useLoaderData } from '@remix-run/react';
import { cityRoles } from '~/access/roles';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { grantRole, revokeRole } from '~/modules/identity/commands.server';
import { RoleForm } from '~/modules/identity/forms';
import { listPeople } from '~/modules/identity/queries.server';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { DataTable } from '~/ui/data-table';
import { PostForm } from '~/ui/form';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'person.list', do: { grant: 'person.grantRole', revoke: 'person.grantRole' } });
export const meta = titled('identity.people');

export const loader = load(handle, async ({ context }) => ({ people: await listPeople(context.db.read) }));

export const action = act(handle, {
  grant: doing(RoleForm, async (context, input, { lang }) => {
    await grantRole(context, input);
    return `/${lang}/office/people`;
  }),
  revoke: doing(RoleForm, async (context, input, { lang }) => {
    await revokeRole(context, input);
    return `/${lang}/office/people`;
  }),
});

export default function People() {
  const { people } = useLoaderData<typeof loader>();
  const t = useT();
  const fields = (
    <>
      <Select name="personId" label={t('identity.person')} options={people.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }))} />
      <Select name="role" label={t('identity.role')} options={cityRoles.map((role) => ({ value: role, label: t(`identity.role.${role}` as const) }))} />
    </>
  );
  return (
    <div className="stack section">
      <h1>{t('identity.people')}</h1>
      <div className="grid">
        <PostForm intent="grant" formId="grant" className="card stack">{fields}<Button>{t('identity.grant')}</Button></PostForm>
        <PostForm intent="revoke" formId="revoke" className="card stack">{fields}<Button tone="plain">{t('identity.revoke')}</Button></PostForm>
      </div>
      <DataTable
        caption={t('identity.people')}
        columns={[{ key: 'name', label: t('identity.name'), rowHeader: true }, { key: 'email', label: t('identity.email') }, { key: 'roles', label: t('identity.roles') }]}
        rows={people.map((person) => ({
          id: person.id,
          cells: {
            name: person.name,
            email: person.email,
            roles: <span className="tags">{person.roles.map((role) => <Tag key={role} tone="info">{t(`identity.role.${role}` as const)}</Tag>)}</span>,
          },
        }))}
      />
    </div>
  );
}
