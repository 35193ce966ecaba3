import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, inject } from 'vitest';
import { openDatabase, type Database, type Engine } from '#db/open.server';
import { system, type Actor, type Membership, type Person } from '~/access/actor';
import type { Context } from '~/access/context';
import type { CityRole } from '~/access/roles';
import type { Lang } from '~/i18n/messages';
import { ensureReferenceData } from '~/modules/programme/commands.server';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Tells the same facts about each engine; `ENGINES=sqlite` keeps to one while working. */
export function eachEngine(facts: (engine: Engine) => void): void {
  const engines: Engine[] = process.env.ENGINES === 'sqlite' ? ['sqlite'] : ['sqlite', 'postgresql'];
  describe.each(engines)('%s', (engine) => facts(engine));
}

async function fresh(engine: Engine): Promise<Database> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-'));
    const db = await openDatabase(path.join(folder, 'portal.db'));
    await db.migrate();
    open.push(async () => {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return db;
  }
  const url = inject('postgresUrl');
  const { default: pg } = await import('pg');
  const name = emptied.pop() ?? (await another(url));
  const address = url.replace(/\/postgres$/, `/${name}`);
  const db = await openDatabase(address);
  open.push(async () => {
    await db.close();
    const client = new pg.Client(address);
    await client.connect();
    await client.query(emptyEverything);
    await client.end();
    emptied.push(name);
  });
  return db;
}

/** Databases of this worker that a test has left. Making and dropping one takes ten times as long as emptying it. */
const emptied: string[] = [];

async function another(url: string): Promise<string> {
  const { default: pg } = await import('pg');
  const name = `portal_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`create database ${name} template template_portal`);
  await admin.end();
  return name;
}

// Whatever a test left connected would hold its locks; as a replica no foreign key asks for an order.
const emptyEverything = `
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
  set session_replication_role = replica;
  do $$ declare one record; begin
    for one in select tablename from pg_tables where schemaname = 'public' loop execute format('delete from %I', one.tablename); end loop;
  end $$`;

/** A Monday morning in the demo year. */
export const monday = new Date('2026-03-02T09:00:00Z');

export type Portal = Awaited<ReturnType<typeof portal>>;

/** An empty portal with reference data, and people as a test needs them. */
export async function portal(engine: Engine) {
  const db = await fresh(engine);
  /** A context for somebody at some moment. */
  const as = (actor: Actor, { now = monday, lang = 'pl', requestKey }: { now?: Date; lang?: Lang; requestKey?: string } = {}): Context => ({
    db, actor, now, lang, origin: 'http://portal.test', ...(requestKey ? { requestKey } : {}),
  });
  await ensureReferenceData(as(system));
  let people = 0;
  return {
    db,
    as,
    /** A confirmed person with these roles for the City and in organisations. */
    async person({ roles = [], memberships = [], name, lang = 'pl' }: { roles?: CityRole[]; memberships?: Membership[]; name?: string; lang?: Lang } = {}): Promise<Person> {
      people += 1;
      const id = `person-${people}`;
      const email = `person${people}@example.org`;
      const row = { id, email, name: name ?? `Person ${people}`, lang, confirmedAt: monday, createdAt: monday };
      await db.tx(async (tx) => {
        await tx.insert(tx.t.people).values(row);
        for (const role of roles) await tx.insert(tx.t.roleGrants).values({ personId: id, role, grantedAt: monday });
        for (const membership of memberships) await tx.insert(tx.t.memberships).values({ personId: id, since: monday, ...membership });
      });
      return { kind: 'person', id, name: row.name, email, lang, roles, memberships };
    },
  };
}
