import type { RuleCode } from '~/i18n/codes';
import { languages, type Lang } from '~/i18n/messages';
import type { LegalForm, OrganisationStatus } from './content';

/** Which public register holds an organisation of each legal form: the court's, a public authority's own record, one of both, or none. */
export const registerOf: Record<LegalForm, 'krs' | 'record' | 'either' | 'none'> = {
  association: 'krs',
  ordinary_association: 'record',
  association_branch: 'either',
  association_union: 'krs',
  foundation: 'krs',
  church_entity: 'either',
  social_cooperative: 'krs',
  nonprofit_company: 'krs',
  sports_club_starosta: 'record',
  rural_housewives_circle: 'record',
  volunteer_fire_brigade: 'krs',
  lgu_association: 'krs',
  foreign_org_branch: 'record',
  informal_group: 'none',
  public_institution: 'none',
  business: 'none',
};

/** Whether an organisation of this form may be given a grant (art. 3 of the act). */
export function mayApply(form: LegalForm): boolean {
  return !['informal_group', 'public_institution', 'business'].includes(form);
}

export type Step = 'edit' | 'editContact' | 'editOffer' | 'submit' | 'verify' | 'return';

const allowedIn: Record<Step, readonly OrganisationStatus[]> = {
  edit: ['draft', 'needs_correction', 'claimed'],
  editContact: ['submitted', 'verified', 'claimed_submitted'],
  editOffer: ['draft', 'needs_correction', 'claimed', 'submitted', 'verified', 'claimed_submitted'],
  submit: ['draft', 'needs_correction', 'claimed'],
  verify: ['submitted', 'claimed_submitted'],
  return: ['submitted', 'claimed_submitted'],
};

/** Why this cannot be done with an entry in this state, or null. */
export function whyNot(step: Step, status: OrganisationStatus): RuleCode | null {
  return allowedIn[step].includes(status) ? null : 'wrongState';
}

/** States in which everybody may read the entry. */
export const publicStatuses = ['verified', 'unclaimed', 'claimed', 'claimed_submitted'] as const satisfies OrganisationStatus[];

/** Whether everybody may read the entry. */
export function isPublic(status: OrganisationStatus): boolean {
  return publicStatuses.some((one) => one === status);
}

/** Whether the organisation may begin an offer: once verified, or while the City checks what it handed in; handing the offer in waits for the City. */
export function mayBegin(status: string): boolean {
  return ['verified', 'submitted', 'claimed_submitted'].includes(status);
}

type Registered = {
  legalForm: LegalForm;
  krs?: string | null | undefined;
  registerNumber?: string | null | undefined;
  registerAuthority?: string | null | undefined;
};

/** What the numbers of an entry lack for its legal form, each at its field. */
export function problemsOfRegister({ legalForm, krs, registerNumber, registerAuthority }: Registered): { field: string; code: RuleCode }[] {
  const register = registerOf[legalForm];
  if (register === 'krs') return krs ? [] : [{ field: 'krs', code: 'organisation.krsNeeded' }];
  if (legalForm === 'informal_group' && krs) return [{ field: 'krs', code: 'organisation.krsOfGroup' }];
  if (register === 'none' || (register === 'either' && krs)) return [];
  if (register === 'either' && !registerNumber && !registerAuthority) return [{ field: 'krs', code: 'organisation.krsOrRecordNeeded' }];
  return [
    ...(registerNumber ? [] : [{ field: 'registerNumber', code: 'organisation.recordNeeded' as const }]),
    ...(registerAuthority ? [] : [{ field: 'registerAuthority', code: 'organisation.authorityNeeded' as const }]),
  ];
}

/** The text in the reader's language, else in Polish, else in any; with the language it is in. */
export function inLanguageOf<T extends string>(texts: Partial<Record<Lang, T>>, reader: Lang): { lang: Lang; text: T } | undefined {
  for (const lang of [reader, 'pl' as const, ...languages]) {
    const text = texts[lang];
    if (text) return { lang, text };
  }
  return undefined;
}

type Address = { addressVisibility: 'full' | 'district' | 'hidden'; safeMode: boolean; street: string | null; postcode: string | null; district: string | null };

/** As much of the address as the organisation lets everybody see; one at risk shows none of it. */
export function shownAddress({ addressVisibility, safeMode, street, postcode, district }: Address) {
  const full = addressVisibility === 'full' && !safeMode;
  return { street: full ? street : null, postcode: full ? postcode : null, district: addressVisibility === 'hidden' || safeMode ? null : district };
}

type Place = {
  visibility: Address['addressVisibility']; street: string | null; postcode: string | null; district: string | null;
  latitude: number | null; longitude: number | null; name: string; accessNote: string | null;
};

/** As much of a place as everybody may see, without its name where only the district is shown; null where the organisation is at risk or hides the place whole. */
export function shownPlace<P extends Place>(place: P, { safeMode }: { safeMode: boolean }): P | null {
  if (safeMode || place.visibility === 'hidden') return null;
  return place.visibility === 'full' ? place : { ...place, name: '', street: null, postcode: null, latitude: null, longitude: null, accessNote: null };
}

type Personal = { safeMode: boolean; contactName: string | null; contactConsentAt: Date | null; logoFileId: string | null };

/** The person and the picture of an entry, where the person agreed and nobody is at risk. */
export function shownPerson({ safeMode, contactName, contactConsentAt, logoFileId }: Personal) {
  return { contactName: contactConsentAt && !safeMode ? contactName : null, logoFileId: safeMode ? null : logoFileId };
}
