import type { Read, Tx } from '#db/open.server';
import { getCall } from '~/modules/calls/queries.server';
import { getOrganisation, snapshotOf } from '~/modules/organisations/queries.server';
import { registerBlocks } from '~/modules/organisations/rules-of-register';
import { RuleViolations } from '~/shared/errors';
import type { JointOfferor } from './components/joint-offerors';
import type { ByYear, OfferContent } from './content';
import { countHandedIn } from './limit.server';
import { linesOf } from './offeror-lines';
import { listPartners } from './partners.server';
import { budgetSums, yearSums } from './rules-of-budget';
import type { ApplicationStatus } from './rules';
import { partnerObstacles, type PartnerObstacle } from './rules-of-partners';

type Filed = { id: string; callId: string; organisationId: string; status: ApplicationStatus };

/** The organisations that make the offer with the one that files it, as they are frozen with it. */
export type FrozenPartner = { offeror: Record<string, unknown>; share: number; shareYears?: ByYear | null; tasks: string; acceptedAt?: string | null };

/** What keeps the joint offer from being handed in, by whom it is made. */
export async function obstaclesOfPartners(read: Read, application: Filed, content: OfferContent): Promise<PartnerObstacle[]> {
  const partners = await listPartners(read, application.id);
  const asked = [];
  for (const partner of partners) {
    const { status, registerStanding } = await getOrganisation(read, partner.organisationId);
    asked.push({ ...partner, eligible: status === 'verified' && !registerBlocks(registerStanding) });
  }
  return [...(await overLimit(read, application, partners)), ...partnerObstacles(asked, budgetSums(content.budget).total, yearSums(content))];
}

/** Who has handed in as many offers as the call allows, alone or with others; it keeps a draft from being handed in. */
async function overLimit(read: Read, { id, callId, organisationId, status }: Filed, partners: readonly { organisationId: string }[]): Promise<PartnerObstacle[]> {
  if (status !== 'draft') return [];
  const call = await getCall(read, callId);
  const names = [];
  for (const one of [organisationId, ...partners.map((partner) => partner.organisationId)]) if ((await countHandedIn(read, callId, one, id)) >= call.offersPerOrganisation) names.push((await getOrganisation(read, one)).name);
  return names.length > 0 ? [{ code: 'partner.limit', params: { names: names.join(', '), n: call.offersPerOrganisation } }] : [];
}

/** The joint offerors as they are frozen with the offer; refuses until each accepted and the split of costs adds up. */
export async function frozenPartners(tx: Tx, application: Filed & { content: OfferContent }): Promise<FrozenPartner[] | undefined> {
  const obstacles = await obstaclesOfPartners(tx, application, application.content);
  if (obstacles.length > 0) throw new RuleViolations(obstacles);
  const frozen: FrozenPartner[] = [];
  for (const { organisationId, share, shareYears, tasks, answeredAt } of await listPartners(tx, application.id))
    frozen.push({ offeror: { ...(await snapshotOf(tx, organisationId)) }, share, ...(shareYears ? { shareYears } : {}), tasks, acceptedAt: answeredAt?.toISOString() ?? null });
  return frozen.length > 0 ? frozen : undefined;
}

/** The organisations that were asked, each with its answer so far and its entry as it stands. */
export async function partnersNow(read: Read, applicationId: string): Promise<JointOfferor[]> {
  const shown: JointOfferor[] = [];
  for (const { organisationId, share, shareYears, tasks, status, answeredAt } of await listPartners(read, applicationId))
    shown.push({ offeror: linesOf({ ...(await snapshotOf(read, organisationId)) }), share, shareYears, tasks, status, acceptedAt: status === 'accepted' ? (answeredAt?.toISOString() ?? null) : null });
  return shown;
}

/** The joint offerors as they were frozen. */
export function partnersOf(frozen: readonly FrozenPartner[] = []): JointOfferor[] {
  return frozen.map(({ offeror, share, shareYears, tasks, acceptedAt }) => ({ offeror: linesOf(offeror), share, shareYears, tasks, status: 'accepted', acceptedAt: acceptedAt ?? null }));
}
