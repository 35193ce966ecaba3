import type { Translate } from '~/i18n/translate';
import { communities, communityRolesList, languagesServed, targetGroups, taskFieldNumbers, taskFields } from '~/modules/programme/lists';

/** Languages in which people are served, in words. */
export function languageLabels(t: Translate, codes: readonly string[]): string[] {
  return languagesServed.filter((code) => codes.includes(code)).map((code) => t(`programme.language.${code}` as const));
}

/** Target groups in words. */
export function groupLabels(t: Translate, codes: readonly string[]): string[] {
  return targetGroups.filter((code) => codes.includes(code)).map((code) => t(`programme.targetGroup.${code}` as const));
}

/** Roles towards the community in words. */
export function roleLabels(t: Translate, codes: readonly string[]): string[] {
  return communityRolesList.filter((code) => codes.includes(code)).map((code) => t(`programme.communityRole.${code}` as const));
}

/** Fields of public tasks in words, with their number in art. 4(1). */
export function fieldLabels(t: Translate, codes: readonly string[]): string[] {
  return taskFields.filter((code) => codes.includes(code)).map((code) => `${t(`programme.field.${code}` as const)} (${taskFieldNumbers[code]})`);
}

/** Communities in words; one that is not on the list stays as it was typed. */
export function communityLabels(t: Translate, codes: readonly string[]): string[] {
  const typed = codes.filter((code) => !communities.some((one) => one === code));
  return [...communities.filter((code) => codes.includes(code)).map((code) => t(`programme.community.${code}` as const)), ...typed];
}
