import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { MailTemplate } from '~/i18n/codes';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { listMembers, type Organisation } from './queries.server';

type Letter = { template: MailTemplate; params?: Record<string, string | number>; link?: string };

/** Writes to every owner of an organisation. */
export async function tellOwners(tx: Tx, context: Context, { id, name }: Pick<Organisation, 'id' | 'name'>, { template, params, link = `/my/${id}` }: Letter): Promise<void> {
  for (const to of (await listMembers(tx, id)).filter(({ role }) => role === 'owner'))
    await tellLater(tx, context, { template, to, params: { organisation: name, ...params }, link });
}

/** Writes to every officer. */
export async function tellOfficers(tx: Tx, context: Context, { template, params, link = '/office' }: Letter): Promise<void> {
  for (const to of await listPeopleWithRole(tx, 'officer')) await tellLater(tx, context, { template, to, ...(params ? { params } : {}), link });
}

/** Nobody decides for the City in a matter of an organisation they act for, nor in one they began. */
export async function refuseOwnMatter(tx: Tx, { actor }: Context, organisationId: string, begunBy: readonly (string | null)[] = []): Promise<void> {
  const people = [...begunBy, ...(await listMembers(tx, organisationId)).map(({ personId }) => personId)];
  const own = actorId(actor);
  refuse(own !== null && people.includes(own) ? 'fourEyes' : null);
}
