import type { Database as Sqlite, Statement } from 'better-sqlite3';

const most = 500;

/**
 * The same connection, whose statements are compiled once and kept, the ones last used: a page asks with the same texts
 * each time. Only for Drizzle, which reads every result to its end and so never leaves a statement busy.
 */
export function keepingStatements(client: Sqlite): Sqlite {
  const kept = new Map<string, KeptStatement>();
  const prepare = (text: string): KeptStatement => {
    const known = kept.get(text) ?? new KeptStatement(client.prepare(text));
    kept.delete(text);
    kept.set(text, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return known;
  };
  return Object.create(client, { prepare: { value: prepare } }) as Sqlite;
}

/** A statement that is asked for rows now as lists, now as objects. */
class KeptStatement {
  constructor(private readonly statement: Statement) {}

  run(...values: unknown[]) {
    return this.statement.run(...values);
  }

  all(...values: unknown[]) {
    return this.statement.raw(false).all(...values);
  }

  get(...values: unknown[]) {
    return this.statement.raw(false).get(...values);
  }

  raw() {
    return this.statement.raw(true);
  }
}
