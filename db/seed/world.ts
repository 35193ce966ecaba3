import type { Database } from '#db/open.server';
import { system, type Actor } from '~/access/actor';
import type { Context } from '~/access/context';
import type { CityRole } from '~/access/roles';
import type { Lang } from '~/i18n/messages';
import { findActor } from '~/modules/identity/actor.server';
import { createConfirmedPerson } from '~/modules/identity/commands.server';
import { addDays, dayOf, instantAt, type Day } from '~/shared/time';

export type DemoPerson = { role: string; email: string; password: string };

const password = 'wspolne-miasto-2026';

/** The stage of the demo year: days counted from the moment of the first start, and people who act in it. */
export type World = ReturnType<typeof newWorld>;

/** Sets the stage; every act goes through a command at its own moment, so receipts and the log are true. */
export function newWorld(db: Database, now: Date) {
  const today = dayOf(now);
  const people: DemoPerson[] = [];
  const day = (offset: number): Day => addDays(today, offset);
  const moment = (offset: number, clock = '10:00'): Date => (offset === 0 ? now : instantAt(day(offset), clock));
  const context = (actor: Actor, at: Date, lang: Lang = 'pl'): Context => ({ db, actor, now: at, lang, origin: 'http://localhost' });
  return {
    db,
    people,
    day,
    moment,
    /** A context for the portal itself. */
    itself: (at: Date) => context(system, at),
    /** A context for a person, with the roles and memberships they have at that moment. */
    async as(personId: string, at: Date): Promise<Context> {
      const actor = await findActor(db.read, personId);
      if (!actor) throw new Error(`nobody has the id ${personId}`);
      return context(actor, at, actor.lang);
    },
    /** Makes a person of the demo; those with a role are printed when the portal starts. */
    async person({ name, email, roles = [], lang = 'pl', role }: { name: string; email: string; roles?: CityRole[]; lang?: Lang; role?: string }): Promise<string> {
      const id = await createConfirmedPerson(context(system, moment(-400)), { name, email, password, lang, roles });
      if (role) people.push({ role, email, password });
      return id;
    },
  };
}
