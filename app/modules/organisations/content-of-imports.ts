import type { RuleCode } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import type { LegalForm } from './content';

/** Where a file of organisations stands: read and shown, entered, taken back, or given up unused. */
export const importStatuses = ['previewed', 'done', 'undone', 'dropped'] as const;

/** The ways of writing letters as bytes in which such files come. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2'] as const;
export type Encoding = (typeof encodings)[number];

/** What may stand between two cells. */
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** What would happen with a row, those first that need a decision. */
export const verdicts = ['error', 'alike', 'new', 'update', 'same'] as const;
export type Verdict = (typeof verdicts)[number];

/** What became of a row: nothing yet, entered, changed, taken back, or left although the import was undone, and why. */
export const rowOutcomes = ['none', 'created', 'updated', 'removed', 'restored', 'left_changed', 'left_claimed', 'left_asked', 'left_gone'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Columns that are read, as they are called in files. */
export const importColumns = [
  'name', 'name_en', 'name_uk', 'name_de', 'name_ru', 'short_name', 'legal_form', 'krs', 'nip', 'regon', 'register_number', 'register_authority',
  'district', 'street', 'postcode', 'city', 'email', 'phone', 'website', 'founded_year', 'languages', 'target_groups', 'community_roles',
  'communities', 'fields', 'description', 'description_en', 'description_uk', 'description_de', 'description_ru', 'address', 'confirmed',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What a row says of an organisation; what it leaves empty stays as it is. */
export type ImportValues = {
  name: string;
  legalForm: LegalForm;
  names: Partial<Record<Lang, string>>;
  descriptions: Partial<Record<Lang, string>>;
  shortName?: string | undefined;
  krs?: string | undefined;
  nip?: string | undefined;
  regon?: string | undefined;
  registerNumber?: string | undefined;
  registerAuthority?: string | undefined;
  district?: string | undefined;
  street?: string | undefined;
  postcode?: string | undefined;
  city?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  website?: string | undefined;
  foundedYear?: number | undefined;
  languages?: string[] | undefined;
  targetGroups?: string[] | undefined;
  communityRoles?: string[] | undefined;
  communities?: string[] | undefined;
  fields?: string[] | undefined;
  /** The address of the entry on the portal, where the file comes from there. */
  entrySlug?: string | undefined;
};

/** What is wrong or worth knowing in a row: where, what stood there, and which sentence says so. */
export type RowProblem = { column: ImportColumn | null; value: string; code: RuleCode; params?: Record<string, string | number> };

export type ImportCounts = Record<Verdict, number>;
