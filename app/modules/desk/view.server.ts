import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { formatMoney, formatQuantity } from '~/shared/money';
import { dayOf, formatDay, formatDeadline, relativeDays } from '~/shared/time';
import { pastKinds, type DueItem, type PastItem, type PastKind, type WaitingItem } from './rules';

type Reading = { t: Translate; lang: Lang; now: Date };

/** Days before a deadline in which a thing is called urgent. */
const urgentDays = 3;

/** A deadline that ends with a day belongs to that day, not to the next. */
const lastMoment = (due: Date) => new Date(due.getTime() - 1);

/** One thing to do as the desk says it. */
export function dueInWords({ kind, subject, organisation, href, due, from }: DueItem, { t, lang, now }: Reading) {
  const late = due !== null && now >= due;
  const urgent = due !== null && !late && due.getTime() - now.getTime() < urgentDays * 24 * 3_600_000;
  return {
    href: `/${lang}${href}`, what: t(`desk.due.${kind}` as const), subject, organisation,
    from: from ? t('desk.from', { name: from }) : '',
    when: due === null ? t('desk.noDue') : t(late ? 'desk.late' : 'desk.by', { relative: relativeDays(now, lastMoment(due), lang), when: formatDeadline(due, lang) }),
    tag: late ? { text: t('desk.lateTag'), tone: 'bad' as const } : urgent ? { text: t('desk.soonTag'), tone: 'wait' as const } : null,
  };
}

/** One thing that waits for somebody else as the desk says it. */
export function waitingInWords({ kind, subject, organisation, href, waitingFor, name, n, since, due }: WaitingItem, { t, lang, now }: Reading) {
  const party = name ?? (waitingFor === 'partner' ? '' : n ? t('desk.party.signatories', { n }) : t(`desk.party.${waitingFor}` as const));
  return {
    href: `/${lang}${href}`, what: t(`desk.waits.${kind}` as const), subject, organisation,
    whom: t('desk.waitsFor', { party }),
    since: since === null ? '' : t('desk.since', { day: formatDay(dayOf(since), lang), days: relativeDays(now, since, lang) }),
    until: due === null ? '' : t(now < due ? 'desk.until' : 'desk.lateThere', { when: formatDeadline(due, lang) }),
  };
}

/** What is over, or settled for now, as the desk says it. */
export function pastInWords({ kind, subject, organisation, href, status, on, amount, points, position }: PastItem, { t, lang }: Reading) {
  const result = [
    points === undefined ? '' : t('desk.points', { points: formatQuantity(points, lang) }),
    position === undefined ? '' : t('desk.place', { n: position }),
    amount === undefined ? '' : formatMoney(amount, lang),
  ];
  return { kind, href: `/${lang}${href}`, subject, organisation, status, on: on ? formatDay(dayOf(on), lang) : '', result: result.filter(Boolean).join(' · ') };
}
export type PastInWords = ReturnType<typeof pastInWords>;

/** The past by kinds, each with its count; kinds of which there is nothing are left out. */
export function pastByKind(past: readonly PastItem[], reading: Reading): { kind: PastKind; items: PastInWords[] }[] {
  return pastKinds.map((kind) => ({ kind, items: past.filter((item) => item.kind === kind).map((item) => pastInWords(item, reading)) })).filter(({ items }) => items.length > 0);
}
