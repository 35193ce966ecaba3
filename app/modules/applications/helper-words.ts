import { actorId, type Actor } from '~/access/actor';
import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { formatDeadline } from '~/shared/time';
import type { HelpRole } from './content';

type Help = { personId: string | null; state: string; role: HelpRole; ends: Date };

/** What somebody invited to an offer may do in it and until when; nothing for everybody else. */
export function ownHelpInWords(help: readonly Help[], { actor, organisation, t, lang }: { actor: Actor; organisation: string; t: Translate; lang: Lang }): string {
  const mine = help.find(({ personId, state }) => state === 'active' && personId !== null && personId === actorId(actor));
  return mine ? t('helpers.yours', { organisation, may: t(`helpers.may.${mine.role}` as const), when: formatDeadline(mine.ends, lang) }) : '';
}
