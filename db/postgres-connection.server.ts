import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import type { Connection } from './one-writer.server';

/** What makes a drizzle on a client once, so that its prepared statements are kept as long as the client. */
function keptByClient<Made>(make: (client: PoolClient) => Made): (client: PoolClient) => Made {
  const made = new WeakMap<PoolClient, Made>();
  return (client) => {
    const known = made.get(client) ?? make(client);
    made.set(client, known);
    return known;
  };
}

/** The writing connection of PostgreSQL, taken from a pool of one; `current` is what commands write to while a transaction stands. */
export function postgresConnection<Schema extends object>(pool: Pool, t: Schema, isPassing: (error: unknown) => boolean) {
  const writing = keptByClient((client) => Object.assign(drizzle({ client }), { t }));
  let client: PoolClient | undefined;
  const run = async (text: string) => {
    if (!client) throw new Error('the connection to the database is gone');
    await client.query(text);
  };
  const leave = (broken?: Error) => {
    client?.release(broken);
    client = undefined;
  };
  const connection: Connection = {
    async begin() {
      client = await pool.connect();
      // The audit chain has one tail. LOCK takes no snapshot, so whoever waits here then sees what the process before wrote.
      await run('begin isolation level serializable; lock table counters in share row exclusive mode');
    },
    async commit() {
      await run('commit');
      leave();
    },
    async rollback() {
      if (!client) return;
      await run('rollback').then(() => leave(), leave);
    },
    save: () => run('savepoint command'),
    undo: () => run('rollback to savepoint command'),
    release: () => run('release savepoint command'),
    inTransaction: () => client !== undefined,
    isPassing,
  };
  return {
    connection,
    current() {
      if (!client) throw new Error('there is no transaction');
      return writing(client);
    },
  };
}
