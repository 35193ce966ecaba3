import { acceptAnyInvitation, inviteHelper } from '~/modules/applications/helpers.server';
import { invitePartner } from '~/modules/applications/partners.server';
import { commentOnSection } from '~/modules/applications/together.server';
import type { World } from './world';

type Draft = { id: string; writer: string };

/** A draft on which a resident helps to write and a mentor advises; the writer and the mentor talk about it, and another organisation is asked to make it too. */
export async function seedHelp(world: World, { id, writer }: Draft, { helper, partner }: { helper: { personId: string; email: string }; partner: string }): Promise<void> {
  const mentor = await world.person({ name: 'Jolanta Wrona', email: 'mentorka@example.org', role: 'mentor of one offer' });
  for (const [who, email, role] of [[helper.personId, helper.email, 'helper'], [mentor, 'mentorka@example.org', 'mentor']] as const) {
    const token = await inviteHelper(await world.as(writer, world.moment(-3, '18:00')), id, { email, role, until: undefined, lang: 'pl' });
    await acceptAnyInvitation(await world.as(who, world.moment(-2, '19:30')), token);
  }
  await commentOnSection(await world.as(mentor, world.moment(-1, '20:40')), id, { section: 'results', text: 'Proszę o liczbę osób przy każdym rezultacie. Komisja przyznaje za to punkty.', mentions: [writer, helper.personId] });
  await invitePartner(await world.as(writer, world.moment(-1, '21:15')), id, { organisationId: partner, share: 600_000, tasks: 'Spotkania w świetlicy na Zabłociu: sala, prowadzenie i zaproszenie sąsiadów.' });
}
