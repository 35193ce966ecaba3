import type { RuleCode } from '~/i18n/codes';
import type { RegisterSubset } from '~/modules/registers/content';
import { fold } from '~/shared/text';
import type { LegalForm, registerStandings, VerificationMethod } from './content';
import { registerOf } from './rules';

export type RegisterStanding = (typeof registerStandings)[number];

/** Whether what the register says keeps an organisation from handing anything new in. */
export function registerBlocks(standing: RegisterStanding): boolean {
  return standing === 'in_liquidation' || standing === 'dissolving';
}

/** Whether officers must hear of this change: a verified body is being wound up, struck off, or is gone. */
export function registerAlarms(before: RegisterStanding, after: RegisterStanding): boolean {
  return before !== after && (registerBlocks(after) || after === 'not_found');
}

/** Whether no court register vouches for the body, so that a document must. */
export function needsEvidence({ krs, legalForm }: { krs: string | null; legalForm: LegalForm }): boolean {
  return !krs && registerOf[legalForm] !== 'none';
}

type ToVerify = { krs: string | null; legalForm: LegalForm; registerStanding: RegisterStanding };
type Grounds = { method: VerificationMethod; evidence: number; reason?: string | undefined };

/** What is missing for verifying an entry in this way, at its field; or null. */
export function whyNotVerifyBy(entry: ToVerify, { method, evidence, reason }: Grounds): { code: RuleCode; field: string } | null {
  if (method === 'krs_api' && entry.registerStanding !== 'active') return { code: 'register.notConfirmed', field: 'method' };
  if (method === 'extract_upload' && evidence === 0) return { code: 'organisation.evidenceMissing', field: 'method' };
  if (method === 'manual' && needsEvidence(entry) && evidence === 0 && !reason) return { code: 'organisation.reasonNeeded', field: 'reason' };
  return null;
}

const small = new Set(['i', 'w', 'z', 'o', 'u', 'a', 'na', 'we', 'ze', 'do', 'od', 'po', 'dla', 'przy', 'oraz', 'im.', 'ul.', 'al.', 'pl.', 'os.']);

/** The capital letters of the register as people write names. */
export function softened(text: string): string {
  return text
    .toLocaleLowerCase('pl')
    .split(' ')
    .map((word) => (small.has(word) ? word : word.replace(/(^|[-–„"'(])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toLocaleUpperCase('pl'))))
    .join(' ')
    .replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('pl'));
}

const sentence = (text: string) => text.toLocaleLowerCase('pl').replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('pl'));

/** The legal form behind the words of the register, where they leave no doubt. */
export function legalFormOf({ form, name }: Pick<RegisterSubset, 'form' | 'name'>): LegalForm | null {
  const words = fold(form ?? '');
  if (fold(name).startsWith('ochotnicza straz pozarna')) return 'volunteer_fire_brigade';
  if (words.includes('jednostka') && words.includes('stowarzyszen')) return 'association_branch';
  if (words.startsWith('zwiazek stowarzyszen')) return 'association_union';
  if (words.startsWith('stowarzyszenie')) return 'association';
  if (words.startsWith('fundacja')) return 'foundation';
  if (words.startsWith('spoldzielnia socjalna')) return 'social_cooperative';
  if (/^(spolka z ograniczona|spolka akcyjna|prosta spolka)/.test(words)) return 'nonprofit_company';
  return null;
}

const plain = (text: string | null) => fold(text ?? '').replace(/\b(ul|al|pl|os)\b\.?/g, ' ').replace(/[^\p{L}\p{N}/]+/gu, ' ').trim();

export type Compared = { field: 'name' | 'legalForm' | 'nip' | 'regon' | 'city' | 'street' | 'postcode'; own: string | null; register: string | null; same: boolean };
type Entry = { name: string; legalForm: LegalForm; nip: string | null; regon: string | null; city: string; street: string | null; postcode: string | null };

/** The entry beside the register, field by field; capital letters, dashes and "ul." make no difference. */
export function compareWithRegister(entry: Entry, found: RegisterSubset): Compared[] {
  const form = legalFormOf(found);
  const beside = (field: Compared['field'], own: string | null, register: string | null): Compared => ({ field, own, register, same: register === null || plain(own) === plain(register) });
  return [
    beside('name', entry.name, found.name),
    { field: 'legalForm', own: entry.legalForm, register: found.form, same: form === null || form === entry.legalForm },
    beside('nip', entry.nip, found.nip),
    beside('regon', entry.regon, found.regon),
    beside('city', entry.city, found.city),
    beside('street', entry.street, found.street),
    beside('postcode', entry.postcode, found.postcode),
  ];
}

/** What the register fills in for somebody who registers an organisation, by the names of the fields. */
export function filledFrom(found: RegisterSubset): Record<string, string> {
  const form = legalFormOf(found);
  const values = {
    name: softened(found.name), legalForm: form, krs: found.krs, nip: found.nip, regon: found.regon, street: found.street && softened(found.street),
    postcode: found.postcode, city: found.city && softened(found.city), representationText: found.representation && sentence(found.representation).slice(0, 400), oppStatus: found.oppStatus ? 'yes' : null,
  };
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => !!pair[1]));
}
