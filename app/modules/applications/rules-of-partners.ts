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

type Asked = { name: string; share: number; status: PartnerStatus; eligible: boolean };
export type PartnerObstacle = { code: 'partner.unanswered' | 'partner.notEligible' | 'partner.split'; params?: { names: string } };

/** What keeps a joint offer from being handed in (art. 14(2)): somebody has not said yes, may not take part, or the costs do not add up. */
export function partnerObstacles(partners: readonly Asked[], total: number): PartnerObstacle[] {
  const named = (code: 'partner.unanswered' | 'partner.notEligible', found: readonly Asked[]): PartnerObstacle[] =>
    found.length > 0 ? [{ code, params: { names: found.map(({ name }) => name).join(', ') } }] : [];
  return [
    ...named('partner.unanswered', partners.filter(({ status }) => status !== 'accepted')),
    ...named('partner.notEligible', partners.filter(({ eligible }) => !eligible)),
    ...(partners.length > 0 && ownShare(partners, total) <= 0 ? [{ code: 'partner.split' } as const] : []),
  ];
}
