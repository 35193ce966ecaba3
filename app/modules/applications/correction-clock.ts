import { addDays, dayOf, daysBetween, isBefore, type Day } from '~/shared/time';

/** The time the organisation had for its correction; open while nothing was handed in and the deadline has not come. */
export type Waiting = { askedAt: Date; dueAt: Date; handedInAt: Date | null };

/** When the City stopped waiting: the correction came, or its time ran out; null while it waits. */
export function waitedUntil({ dueAt, handedInAt }: Waiting, now: Date): Date | null {
  return handedInAt ?? (isBefore(now, dueAt) ? null : dueAt);
}

export type CityClock = { due: Day; left: number; standing: boolean };

/** The City's own time for the formal check: so many days from the end of the call, standing still while the City waits for a correction. */
export function cityClock({ from, days, waiting, now }: { from: Date; days: number; waiting: Waiting | null; now: Date }): CityClock {
  const until = waiting ? (waitedUntil(waiting, now) ?? now) : now;
  const stood = waiting ? daysBetween(dayOf(waiting.askedAt), dayOf(until)) : 0;
  const due = addDays(dayOf(from), days + stood);
  return { due, left: daysBetween(dayOf(now), due), standing: waiting !== null && waitedUntil(waiting, now) === null };
}
