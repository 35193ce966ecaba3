import { eq, lte, sql } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import type { Database } from '#db/open.server';
import { prepared } from '#db/prepared';
import { digest } from '~/shared/ids';
import type { Person } from './actor';
import { findActor } from '~/modules/identity/actor.server';

// The only file that knows Lucia.

/** Lucia's port on both engines; only digests of session ids are kept. */
function adapter(db: Database): Adapter {
  const { sessions, people } = db.t;
  return {
    async getSessionAndUser(id) {
      const one = prepared(db.read, 'session', (from) =>
        from.select({ personId: sessions.personId, expiresAt: sessions.expiresAt }).from(sessions).innerJoin(people, eq(people.id, sessions.personId)).where(eq(sessions.id, sql.placeholder('id'))),
      );
      const [row] = await one.execute({ id: digest(id) });
      return row ? [{ id, userId: row.personId, expiresAt: row.expiresAt, attributes: {} }, { id: row.personId, attributes: {} }] : [null, null];
    },
    async getUserSessions(personId) {
      const rows = await db.read.select().from(sessions).where(eq(sessions.personId, personId));
      return rows.map((row) => ({ id: row.id, userId: row.personId, expiresAt: row.expiresAt, attributes: {} }));
    },
    setSession: (session) =>
      db.tx(async (tx) => {
        await tx.insert(sessions).values({ id: digest(session.id), personId: session.userId, createdAt: new Date(), expiresAt: session.expiresAt });
      }),
    updateSessionExpiration: (id, expiresAt) =>
      db.tx(async (tx) => {
        await tx.update(sessions).set({ expiresAt }).where(eq(sessions.id, digest(id)));
      }),
    deleteSession: (id) =>
      db.tx(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.id, digest(id)));
      }),
    deleteUserSessions: (personId) =>
      db.tx(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.personId, personId));
      }),
    deleteExpiredSessions: () =>
      db.tx(async (tx) => {
        await tx.delete(sessions).where(lte(sessions.expiresAt, new Date()));
      }),
  };
}

const longest = new TimeSpan(12, 'h');

function luciaFor(db: Database, origin: string) {
  const secure = origin.startsWith('https:');
  return new Lucia(adapter(db), {
    sessionExpiresIn: longest,
    sessionCookie: { name: secure ? '__Host-session' : 'session', expires: true, attributes: { secure, sameSite: 'lax', path: '/' } },
  });
}

const opened = new WeakMap<Database, Lucia>();

function lucia(db: Database, origin: string): Lucia {
  let made = opened.get(db);
  if (!made) opened.set(db, (made = luciaFor(db, origin)));
  return made;
}

/** Who sent this request, with roles read afresh; and the cookie that prolongs the session when it is due. */
export async function readSession(db: Database, origin: string, cookie: string): Promise<{ person: Person | null; setCookie?: string }> {
  const { personId, setCookie } = await readSessionOnly(db, origin, cookie);
  if (!personId) return { person: null, ...(setCookie ? { setCookie } : {}) };
  const person = await findActor(db.read, personId);
  if (!person) return { person: null, setCookie: lucia(db, origin).createBlankSessionCookie().serialize() };
  return { person, ...(setCookie ? { setCookie } : {}) };
}

/** Whose session this is, for a caller who reads the person's roles in its own transaction. */
export async function readSessionOnly(db: Database, origin: string, cookie: string): Promise<{ personId?: string; setCookie?: string }> {
  const sessions = lucia(db, origin);
  const id = sessions.readSessionCookie(cookie);
  if (!id) return {};
  const { session, user } = await sessions.validateSession(id);
  if (!session) return { setCookie: sessions.createBlankSessionCookie().serialize() };
  return { personId: user.id, ...(session.fresh ? { setCookie: sessions.createSessionCookie(session.id).serialize() } : {}) };
}

/** Begins a session for a person whose password was right; gives the cookie. */
export async function beginSession(db: Database, origin: string, personId: string): Promise<string> {
  const session = await lucia(db, origin).createSession(personId, {});
  return lucia(db, origin).createSessionCookie(session.id).serialize();
}

/** Ends the session of this request; gives the cookie that forgets it. */
export async function endSession(db: Database, origin: string, request: Request): Promise<string> {
  const sessions = lucia(db, origin);
  const id = sessions.readSessionCookie(request.headers.get('cookie') ?? '');
  if (id) await sessions.invalidateSession(id);
  return sessions.createBlankSessionCookie().serialize();
}

/** Ends every session of a person, here and on other machines. */
export async function endAllSessions(db: Database, origin: string, personId: string): Promise<string> {
  const sessions = lucia(db, origin);
  await sessions.invalidateUserSessions(personId);
  return sessions.createBlankSessionCookie().serialize();
}
