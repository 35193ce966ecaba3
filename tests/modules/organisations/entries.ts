import type { Actor, Person } from '~/access/actor';
import { findActor } from '~/modules/identity/actor.server';
import { registerOrganisation, submitOrganisation, verifyOrganisation } from '~/modules/organisations/commands.server';
import { RegisterForm, type RegisterInput } from '~/modules/organisations/forms';
import { syntheticKrs, syntheticNip } from '~/shared/identifiers';
import type { Portal } from '../../support/portal';

/** What somebody types into the registration form: a foundation with numbers of its own. */
export function typed(number = 1, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: `Fundacja Spotkanie ${number}`, legalForm: 'foundation', krs: syntheticKrs(number), nip: syntheticNip(number), city: 'Kraków',
    street: 'ul. Zmyślona 7/3', postcode: '31-000', district: 'podgorze', addressVisibility: 'full', email: `biuro${number}@example.org`,
    targetGroups: ['economic_migrant'], communityRoles: ['support'], ledByCommunity: 'not_stated', languages: ['pl', 'uk'],
    descriptions: { pl: 'Uczymy języka polskiego.' }, minSignatures: '1', ...more,
  };
}

/** The form as it comes out of its checks. */
export const form = (number = 1, more: Record<string, unknown> = {}): RegisterInput => RegisterForm.parse(typed(number, more));

/** The same person with what they have become a member of since. */
export async function afresh(p: Portal, { id }: Pick<Person, 'id'>): Promise<Person> {
  const person = await findActor(p.db.read, id);
  if (!person) throw new Error('no such person');
  return person;
}

/** A verified organisation with its owner. */
export async function verified(p: Portal, officer: Actor, number = 1, more: Record<string, unknown> = {}) {
  const person = await p.person();
  const { id, slug } = await registerOrganisation(p.as(person), form(number, more));
  const owner = await afresh(p, person);
  await submitOrganisation(p.as(owner), id);
  await verifyOrganisation(p.as(officer), id, { method: 'manual' });
  return { id, slug, owner };
}
