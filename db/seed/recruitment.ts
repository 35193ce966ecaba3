import { openRecruitment, proposeMember } from '~/modules/panels/recruitment.server';
import type { World } from './world';

/** The City looks for committee members in an open call, and an organisation that takes no part in it proposes one. */
export async function recruit(world: World, { officer, callId, proposer }: { officer: string; callId: string; proposer: { id: string; person: string } | undefined }): Promise<void> {
  await openRecruitment(await world.as(officer, world.moment(-8)), callId, { until: world.day(14), places: 2, expected: 'Znajomość pracy z osobami z doświadczeniem migracji i gotowość do dwóch posiedzeń w godzinach popołudniowych.' });
  if (proposer)
    await proposeMember(await world.as(proposer.person, world.moment(-2, '17:20')), callId, {
      organisationId: proposer.id, name: 'Halyna Zielińska', email: 'kandydatka@example.org', experience: 'Od ośmiu lat prowadzi kursy językowe, oceniała oferty w dwóch konkursach.', unbound: true, agrees: true,
    });
}
