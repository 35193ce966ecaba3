import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { keepingStatements } from './kept-statements.server';
import { isInsideTx, oneWriter, refuseNesting, sqliteConnection } from './one-writer.server';
import type * as pgSchema from './schema.postgresql';

export { Busy } from './one-writer.server';

type Schema = typeof pgSchema;
type Full = PgDatabase<PgQueryResultHKT, Schema>;

/** Only what both engines can do: every query is awaited, transactions do not nest. */
export type Read = Pick<Full, 'select' | 'selectDistinct' | '$count' | 'with' | '$with'> & { readonly t: Schema };
export type Tx = Read & Pick<Full, 'insert' | 'update' | 'delete'>;
export type Engine = 'sqlite' | 'postgresql';

/** The database behind the portal: `read` can only read, every write goes through `tx`. */
export interface Database {
  readonly engine: Engine;
  readonly t: Schema;
  readonly read: Read;
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  raw(query: SQL): Promise<Record<string, unknown>[]>;
  /** A number that changes with every commit of any process, where the engine tells it for almost nothing. */
  commits(): number | undefined;
  migrate(): Promise<void>;
  close(): Promise<void>;
}

type Settings = {
  /** How much of an SQLite file is kept in memory for readers. */
  cacheKilobytes?: number;
};

/** Opens the engine that `url` names: a PostgreSQL address, or the path of an SQLite file. */
export async function openDatabase(url: string, migrations = 'db/migrations', settings: Settings = {}): Promise<Database> {
  return /^postgres(ql)?:\/\//.test(url) ? openPostgres(url, `${migrations}/postgresql`) : openSqlite(url, `${migrations}/sqlite`, settings);
}

async function openSqlite(file: string, migrationsFolder: string, { cacheKilobytes = 32_000 }: Settings): Promise<Database> {
  const { default: Sqlite } = await import('better-sqlite3');
  const { drizzle } = await import('drizzle-orm/better-sqlite3');
  const { migrate } = await import('drizzle-orm/better-sqlite3/migrator');
  const schema = await import('./schema.sqlite');

  const writer = new Sqlite(file);
  const version = writer.prepare('select sqlite_version() v').get() as { v: string };
  if (olderThan(version.v, [3, 51, 3])) throw new Error(`SQLite 3.51.3 or later is needed; this is ${version.v}`);
  // FULL: an acknowledged submission survives a loss of power, not only a crash.
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000', 'trusted_schema = OFF'])
    writer.pragma(pragma);
  const reader = new Sqlite(file);
  for (const pragma of ['query_only = ON', 'busy_timeout = 5000', `cache_size = -${cacheKilobytes}`, 'trusted_schema = OFF']) reader.pragma(pragma);
  const write = Object.assign(drizzle({ client: keepingStatements(writer) }), { t: schema });
  const read = Object.assign(drizzle({ client: keepingStatements(reader) }), { t: schema });

  const dataVersion = reader.prepare<[], number>('pragma data_version').pluck();
  const queue = oneWriter(sqliteConnection(writer));
  return {
    engine: 'sqlite',
    t: schema as unknown as Schema,
    // Inside a transaction what this one and those before it in the same commit wrote is there to be read.
    get read() {
      return (isInsideTx() ? write : read) as unknown as Read;
    },
    async tx(work) {
      refuseNesting();
      return queue.write(() => work(write as unknown as Tx));
    },
    raw: async (query) => read.all(query) as Record<string, unknown>[],
    commits: () => dataVersion.get(),
    migrate: async () => migrate(write, { migrationsFolder }),
    close: async () => {
      await queue.idle();
      reader.close();
      writer.close();
    },
  };
}

async function openPostgres(url: string, migrationsFolder: string): Promise<Database> {
  const { default: pg } = await import('pg');
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const { migrate } = await import('drizzle-orm/node-postgres/migrator');
  const { postgresConnection } = await import('./postgres-connection.server');
  const schema = await import('./schema.postgresql');

  const options = { connectionString: url, options: '-c timezone=UTC -c statement_timeout=15000' };
  // Writers wait in our queue, not on connections that readers need.
  const readers = new pg.Pool({ ...options, max: 9 });
  const writers = new pg.Pool({ ...options, max: 1, idleTimeoutMillis: 0 });
  for (const pool of [readers, writers]) {
    // Without both listeners one lost idle connection ends the process.
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
  }
  const db = Object.assign(drizzle({ client: readers }), { t: schema });
  const { connection, current } = postgresConnection(writers, schema, isSerializationFailure);
  const queue = oneWriter(connection);

  return {
    engine: 'postgresql',
    t: schema,
    get read() {
      return (isInsideTx() && connection.inTransaction() ? current() : db) as unknown as Read;
    },
    async tx(work) {
      refuseNesting();
      return queue.write(() => work(current() as unknown as Tx));
    },
    raw: async (query) => (await db.execute(query)).rows,
    commits: () => undefined,
    async migrate() {
      const client = await writers.connect();
      try {
        await client.query('select pg_advisory_lock(727001)');
        await migrate(drizzle({ client }), { migrationsFolder });
      } finally {
        await client.query('select pg_advisory_unlock(727001)').catch(() => {});
        client.release();
      }
    },
    async close() {
      await queue.idle();
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

function olderThan(version: string, floor: [number, number, number]): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major < floor[0] || (major === floor[0] && (minor < floor[1] || (minor === floor[1] && patch < floor[2])));
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  return String(code ?? cause?.code ?? '');
}

function isSerializationFailure(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
}

/** Whether an insert failed because the value is taken, on either engine. */
export function isDuplicate(error: unknown): boolean {
  const codes = [codeOf(error), codeOf((error as { cause?: unknown } | null)?.cause)];
  return codes.some((code) => code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY');
}
