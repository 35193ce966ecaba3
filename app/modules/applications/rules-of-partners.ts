import { yearKeys, type ByYear } from './content';
import { inOrder, type YearSums } from './rules-of-budget';

export type PartnerStatus = 'invited' | 'accepted' | 'declined';

/** What an organisation that was asked can say: yes, no, or that it takes its yes back. */
export const partnerAnswers = ['accepted', 'declined', 'withdrawn'] as const;
export type PartnerAnswer = (typeof partnerAnswers)[number];

/** What becomes of an invitation by each answer; who takes its acceptance back is asked again. */
export const partnerSteps: Readonly<Record<PartnerStatus, Partial<Record<PartnerAnswer, PartnerStatus>>>> = {
  invited: { accepted: 'accepted', declined: 'declined' },
  accepted: { withdrawn: 'invited' },
  declined: {},
};

/** What is left of the cost for the organisation that files the offer, so that V.C always adds up. */
export function ownShare(partners: readonly { share: number }[], total: number): number {
  return partners.reduce((left, { share }) => left - share, total);
}

/** What one organisation pays for: all in all, and in each year of a task that lasts longer than one. */
export type Share = { share: number; shareYears?: ByYear | null | undefined };
/** The cost of each year of such a task, as V.A has it; nothing for a task within a year. */
export type YearCosts = readonly Pick<YearSums, 'year' | 'total'>[];

/** The part in each year, in the order of the years of the task. */
export const shareByYear = ({ shareYears }: Share, years: YearCosts): number[] => inOrder(years.map(({ year }) => year), shareYears ?? undefined);

/** What is left of the cost of each year for the organisation that files the offer, so that V.C adds up to V.A in each year. */
export function ownByYear(partners: readonly Share[], years: YearCosts): number[] {
  return years.map(({ total }, i) => partners.reduce((left, partner) => left - (shareByYear(partner, years)[i] ?? 0), total));
}

/** Whether the part is not split to the grosz over the years of the task, where there are more than one. */
export function isOutOfYears(partner: Share, years: YearCosts): boolean {
  return years.length > 1 && shareByYear(partner, years).reduce((all, amount) => all + amount, 0) !== partner.share;
}

/** Whether both parts say the same, all in all and in each year. */
export function sameShare(one: Share, other: Share): boolean {
  return one.share === other.share && yearKeys.every((key) => (one.shareYears?.[key] ?? 0) === (other.shareYears?.[key] ?? 0));
}

type Asked = Share & { name: string; status: PartnerStatus; eligible: boolean };
type Named = 'partner.unanswered' | 'partner.notEligible' | 'partner.years';
export type PartnerObstacle =
  | { code: 'partner.limit'; params: { names: string; n: number } }
  | { code: Named | 'partner.split'; params?: { names: string } } | { code: 'partner.splitYear'; params: { years: string } };

/** What keeps a joint offer from being handed in (art. 14(2)): somebody has not said yes, may not take part, or the costs do not add up. */
export function partnerObstacles(partners: readonly Asked[], total: number, years: YearCosts = []): PartnerObstacle[] {
  const named = (code: Named, found: readonly Asked[]): PartnerObstacle[] =>
    found.length > 0 ? [{ code, params: { names: found.map(({ name }) => name).join(', ') } }] : [];
  return [
    ...named('partner.unanswered', partners.filter(({ status }) => status !== 'accepted')),
    ...named('partner.notEligible', partners.filter(({ eligible }) => !eligible)),
    ...named('partner.years', partners.filter((partner) => isOutOfYears(partner, years))),
    ...overspent(partners, years),
    ...(partners.length > 0 && ownShare(partners, total) <= 0 ? [{ code: 'partner.split' } as const] : []),
  ];
}

/** The years in which the parts of the others cost more than the task does. */
function overspent(partners: readonly Share[], years: YearCosts): PartnerObstacle[] {
  const over = ownByYear(partners, years).flatMap((left, i) => (left < 0 ? [String(years[i]?.year)] : []));
  return over.length > 0 ? [{ code: 'partner.splitYear', params: { years: over.join(', ') } }] : [];
}
