import type { Lang } from '~/i18n/messages';

/** Where a simplified offer stands on its way outside the contests (art. 19a). */
export const smallGrantStatuses = [
  'draft', 'submitted', 'correction_requested', 'purposeful', 'posted', 'comments_closed', 'approved', 'refused', 'withdrawn',
] as const;
export type SmallGrantStatus = (typeof smallGrantStatuses)[number];

/** The three places in which the offer is posted for comments (art. 19a(4)). */
export const postingPlaces = ['bip', 'notice_board', 'website'] as const;
export type PostingPlace = (typeof postingPlaces)[number];

/** What happened with a comment: it waits for the officer, everybody reads it, or it broke the rules. */
export const commentStatuses = ['received', 'shown', 'hidden'] as const;

/** One expected result (part III.2). */
export type Result = { id: string; name: string; target: string; monitoring: string };

/** One line of the estimated cost (part IV), in grosze. */
export type Cost = { id: string; kind: string; grant: number; other: number };

/** The simplified offer (Dz.U. 2018 poz. 2055, annex 1) as the organisation writes it. */
export type SmallGrantContent = {
  contact: { name: string; phone: string; email: string };
  title: string;
  startDate: string;
  endDate: string;
  description: string;
  districts: string[];
  targetGroups: string[];
  results: Result[];
  profile: string;
  costs: Cost[];
  declarations: {
    withinStatute: boolean;
    feesOnlyPaid: boolean;
    taxArrears?: 'no' | 'yes' | undefined;
    insuranceArrears?: 'no' | 'yes' | undefined;
    dataAgrees: boolean;
    allTrue: boolean;
    dataProtection: boolean;
  };
};

/** The offer as it hangs in public: without people, telephones and accounts. */
export type PublicCopy = Pick<SmallGrantContent, 'title' | 'startDate' | 'endDate' | 'description' | 'districts' | 'targetGroups' | 'results' | 'profile' | 'costs'>;

/** A comment as the public page shows it. */
export type ShownComment = { number: number; lang: Lang; text: string; authorName: string | null; hidden: boolean; hiddenReason: string | null; answer: string | null };
