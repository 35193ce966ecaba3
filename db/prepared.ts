import { sql, type SQL } from 'drizzle-orm';
import type { Read } from './open.server';

type Preparable = { prepare(name: string): unknown };
type Prepared<Query> = Query extends { prepare(name: string): infer Statement } ? Statement : never;

const known = new WeakMap<object, Map<string, unknown>>();

/**
 * A statement that is written once for each connection and then only filled in: for the few that run hundreds of times a
 * second, where making the text of a query costs more than the query. Values come by `sql.placeholder`.
 */
export function prepared<Where extends Read, Query extends Preparable>(where: Where, name: string, make: (where: Where) => Query): Prepared<Query> {
  let statements = known.get(where);
  if (!statements) known.set(where, (statements = new Map()));
  let statement = statements.get(name);
  if (!statement) statements.set(name, (statement = make(where).prepare(name)));
  return statement as Prepared<Query>;
}

/** The columns of a row, each to be filled in later. */
export function placeholders<Row extends object>(row: Row): { [Column in keyof Row]: SQL<Row[Column]> } {
  return Object.fromEntries(Object.keys(row).map((column) => [column, sql.placeholder(column)])) as never;
}
