/** What a person may be for the City (domain: six kinds of desk, the committee, oversight). */
export const cityRoles = [
  'officer',
  'head',
  'mayor',
  'finance',
  'committee_member',
  'inspector',
  'dpo',
  'auditor',
  'admin',
] as const;
export type CityRole = (typeof cityRoles)[number];

/** What a person may be in an organisation; signing is a separate right. */
export const memberRoles = ['owner', 'editor', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];
