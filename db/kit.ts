/** One column vocabulary, two dialects: the static type is PostgreSQL's, SQLite's columns answer the same calls. */
import * as p from 'drizzle-orm/pg-core';
import * as s from 'drizzle-orm/sqlite-core';

const pgKeyText = p.customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

export const pgKit = {
  table: p.pgTable,
  text: (name: string) => p.text(name),
  /** Text compared byte by byte on both engines: ids, slugs, days, folded search text, sort keys. */
  key: (name: string) => pgKeyText(name),
  enum: <const T extends [string, ...string[]]>(name: string, values: T) => p.text(name, { enum: values }),
  int: (name: string) => p.integer(name),
  /** Whole numbers up to 2^53: money in grosze, sizes in bytes. */
  big: (name: string) => p.bigint(name, { mode: 'number' }),
  bool: (name: string) => p.boolean(name),
  json: <T>(name: string) => p.jsonb(name).$type<T>(),
  instant: (name: string) => p.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  index: p.index,
  uniqueIndex: p.uniqueIndex,
  primaryKey: p.primaryKey,
};
export type Kit = typeof pgKit;

export const sqliteKit = {
  table: s.sqliteTable,
  text: (name: string) => s.text(name),
  key: (name: string) => s.text(name),
  enum: (name: string, values: [string, ...string[]]) => s.text(name, { enum: values }),
  int: (name: string) => s.integer(name),
  big: (name: string) => s.integer(name, { mode: 'number' }),
  bool: (name: string) => s.integer(name, { mode: 'boolean' }),
  json: (name: string) => s.text(name, { mode: 'json' }),
  instant: (name: string) => s.integer(name, { mode: 'timestamp_ms' }),
  index: s.index,
  uniqueIndex: s.uniqueIndex,
  primaryKey: s.primaryKey,
} as unknown as Kit; // the only cast: both kits have the same words
