import { getTableName, is, Table } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { openDatabase } from '#db/open.server';

/** Everything in an SQLite file copied into an empty PostgreSQL, table by table. */
export async function copyToPostgres(file: string, url: string): Promise<void> {
  const [from, to] = [await openDatabase(file), await openDatabase(url)];
  await to.migrate();
  const { default: pg } = await import('pg');
  const admin = new pg.Client(url);
  await admin.connect();
  // In any order: no foreign key asks while they come in.
  await admin.query('alter role current_user set session_replication_role = replica');
  const filling = await openDatabase(url);
  const tables = (of: object) => Object.entries(of).filter(([, table]) => is(table, Table)) as [keyof typeof to.t, PgTable][];
  for (const [name, table] of tables(to.t)) {
    const rows = await from.read.select().from((from.t as never as Record<string, PgTable>)[name]!);
    await filling.tx(async (tx) => {
      await tx.delete(table);
      for (let at = 0; at < rows.length; at += 200) await tx.insert(table).values(rows.slice(at, at + 200) as never);
    });
    if (rows.length > 0 && process.env.BENCH_SAY) console.log(`  ${getTableName(table)} ${rows.length}`);
  }
  await filling.close();
  await admin.query('alter role current_user reset session_replication_role');
  await admin.query('analyze');
  await admin.end();
  await Promise.all([from.close(), to.close()]);
}
