import type { Read } from '#db/open.server';
import type { Context } from '~/access/context';
import { may } from '~/access/policy';
import type { Lang } from '~/i18n/messages';
import { dayOf, formatDay } from '~/shared/time';
import { findOpenChange } from './changes.server';
import type { Standing } from './components/own-standing';
import { listHandOvers } from './hand-over.server';
import type { Organisation } from './queries.server';
import { confirmationOf, lastDayToObject, whyNotLife } from './rules-of-life';

/** What the organisation should know of its entry now, and what this reader may do about it. */
export async function getStanding(read: Read, { actor, now }: Pick<Context, 'actor' | 'now'>, organisation: Organisation, lang: Lang): Promise<Standing> {
  const { id, status, statusReason, confirmedAt } = organisation;
  const subject = { organisationId: id };
  const due = status === 'verified' && confirmedAt ? confirmationOf(confirmedAt, now) : null;
  const handOver = (await listHandOvers(read, id)).find(({ status: one, objectionsUntil }) => one === 'confirmed' && objectionsUntil);
  return {
    status, statusReason,
    confirmation: due?.stage && confirmedAt ? { over: due.stage === 'over', day: formatDay(due.stage === 'over' ? dayOf(confirmedAt) : due.lastDay, lang) } : null,
    confirmed: confirmedAt ? formatDay(dayOf(confirmedAt), lang) : null,
    pendingChange: Boolean(await findOpenChange(read, id)),
    objection: handOver?.objectionsUntil ? formatDay(lastDayToObject(handOver.objectionsUntil), lang) : null,
    can: {
      confirm: may(actor, 'organisation.confirm', subject) && whyNotLife('confirm', organisation) === null,
      requestChange: may(actor, 'change.request', subject) && whyNotLife('requestChange', organisation) === null,
    },
  };
}
