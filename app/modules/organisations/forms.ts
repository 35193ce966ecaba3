import { z } from 'zod';
import { memberRoles } from '~/access/roles';
import { languages } from '~/i18n/messages';
import { communities, communityRolesList, districtSlugs, languagesServed, targetGroups, taskFields } from '~/modules/programme/lists';
import { choice, choices, email, flag, identifier, list, longText, optional, optionalText, phone, text, webAddress, whole } from '~/shared/fields';
import { checkKrs, checkNip, checkNrb, checkRegon } from '~/shared/identifiers';
import { addressVisibilities, ledByCommunityAnswers, legalForms, textOrigins, verificationMethods } from './content';

const line = (max: number) => optional(text({ max }));

/** A box left unticked sends nothing at all, so any field may be absent from what was sent. */
export function formOf<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  const unsent = Object.fromEntries(Object.keys(shape).map((name) => [name, undefined]));
  return z.preprocess((sent) => ({ ...unsent, ...(sent as Record<string, unknown> | undefined) }), z.object(shape));
}

/** Where each translation comes from: the organisation itself, a person, or a machine. */
const origins = () => {
  const origin = () => formOf({ origin: optional(choice(textOrigins)), by: line(120) });
  return formOf({ pl: origin(), en: origin(), uk: origin(), de: origin(), ru: origin() });
};

/** What the register vouches for: it cannot be changed once an officer has verified it. */
const registerFields = {
  name: text({ min: 3, max: 250 }),
  legalForm: choice(legalForms),
  krs: optional(identifier(checkKrs)),
  nip: optional(identifier(checkNip)),
  regon: optional(identifier(checkRegon)),
  registerNumber: line(60),
  registerAuthority: line(120),
};

/** What the organisation says of itself: it may change at any time. */
const ownFields = {
  names: formOf({ en: line(250), uk: line(250), de: line(250), ru: line(250) }),
  shortName: line(80),
  street: line(120),
  postcode: optional(text({ max: 12 })),
  city: text({ max: 80 }),
  district: optional(choice(districtSlugs)),
  addressVisibility: choice(addressVisibilities),
  email: email(),
  phone: optional(phone()),
  website: optional(webAddress()),
  foundedYear: optional(whole({ min: 1200, max: 2100 })),
  descriptions: formOf({ pl: optionalText(3000), en: optionalText(3000), uk: optionalText(3000), de: optionalText(3000), ru: optionalText(3000) }),
  nameOrigins: origins(),
  descriptionOrigins: origins(),
  authoritativeLang: optional(choice(languages)),
  socialLinks: list(webAddress(), { max: 8 }),
  contactName: line(120),
  contactConsent: flag(),
  targetGroups: choices(targetGroups),
  communityRoles: choices(communityRolesList),
  ledByCommunity: choice(ledByCommunityAnswers),
  communities: choices(communities),
  otherCommunities: line(200),
  languages: choices(languagesServed),
  fields: choices(taskFields),
  oppStatus: flag(),
  account: optional(identifier(checkNrb)),
  minSignatures: whole({ min: 1, max: 10 }),
  representationText: line(400),
};

/** The button that was pressed: saving alone, or saving and handing in to the City. */
const pressed = { next: optional(choice(['submit'])) };

/** The whole entry, while it is not verified. */
export const RegisterForm = formOf({ ...registerFields, ...ownFields, ...pressed });
export type RegisterInput = z.output<typeof RegisterForm>;

/** The whole entry again; the version tells whether somebody changed it meanwhile. */
export const EditForm = formOf({ ...registerFields, ...ownFields, ...pressed, version: optional(whole()) });
export type EditInput = z.output<typeof EditForm>;

/** What may change in an entry that was handed in or verified. */
export const OwnDataForm = formOf({ ...ownFields, version: optional(whole()) });
export type OwnDataInput = z.output<typeof OwnDataForm>;

/** How the officer verified the entry. */
export const VerifyForm = formOf({ method: choice(verificationMethods), reason: optionalText(1000) });

/** What the organisation should correct. */
export const ReturnForm = formOf({ reason: longText({ min: 10, max: 2000 }) });

/** Whom to let in, and as whom. */
export const InviteForm = formOf({ email: email(), role: choice(memberRoles), signatory: flag(), lang: choice(languages) });

/** Which member to remove. */
export const MemberForm = z.object({ personId: text({ max: 64 }) });

/** Which invitation to take back. */
export const InvitationForm = z.object({ invitationId: text({ max: 64 }) });
