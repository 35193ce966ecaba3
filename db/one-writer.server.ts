import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database as Sqlite } from 'better-sqlite3';

/** The queue of writers is full or slow: the request should be tried again later (503). */
export class Busy extends Error {
  override name = 'Busy';
}

const longestQueue = 2000;
const longestWait = 20_000;
/** At most so many commands, and no new one after so long, share one commit. */
const largestGroup = 64;
const longestGroup = 10;
/** How often commands are run that met another process. */
const mostRuns = 10;

const insideTx = new AsyncLocalStorage<true>();
// Taken now: a test that stops the clock must not stop the writer.
const { setImmediate: soon } = globalThis;

/** Whether this runs inside a transaction of this process. */
export const isInsideTx = (): boolean => insideTx.getStore() === true;

/** Runs a transaction's work; a second transaction inside it is refused. */
export const runInsideTx = <T>(work: () => Promise<T>): Promise<T> => insideTx.run(true, work);

export function refuseNesting(): void {
  if (isInsideTx()) throw new Error('a transaction inside a transaction: pass tx on instead');
}

type Command = { asked: number; runs: number; work: () => Promise<unknown>; resolve: (result: unknown) => void; reject: (error: unknown) => void };

/** How one connection writes; the queue above it decides when. */
export interface Connection {
  begin(): Promise<void> | void;
  commit(): Promise<void> | void;
  /** Ends the transaction without a trace, also one that is broken. */
  rollback(): Promise<void> | void;
  save(): Promise<void> | void;
  undo(): Promise<void> | void;
  release(): Promise<void> | void;
  /** Whether the transaction still stands: a full disk and the like end it. */
  inTransaction(): boolean;
  /** Whether the same commands may succeed when they are run again. */
  isPassing?(error: unknown): boolean;
}

/** The writing connection of an SQLite file. */
export function sqliteConnection(writer: Sqlite): Connection {
  const statement = (text: string) => {
    const prepared = writer.prepare(text);
    return () => void prepared.run();
  };
  const rollback = statement('ROLLBACK');
  return {
    // SQLite has one writer: take the lock at once, rather than fail after the work is done.
    begin: statement('BEGIN IMMEDIATE'),
    commit: statement('COMMIT'),
    rollback: () => (writer.inTransaction ? rollback() : undefined),
    save: statement('SAVEPOINT command'),
    undo: statement('ROLLBACK TO command'),
    release: statement('RELEASE command'),
    inTransaction: () => writer.inTransaction,
  };
}

/**
 * The one writer of a database. Commands that wait at the same time share one commit, each inside its own savepoint;
 * none hears how it went before the commit is on disk. See docs/decisions/0012.
 */
export function oneWriter({ begin, commit, rollback, save, release, undo, inTransaction, isPassing = () => false }: Connection) {
  const queue: Command[] = [];
  let running: Promise<void> | undefined;

  async function writeAll() {
    while (queue.length > 0) {
      await writeGroup();
      // Let in what arrived while the disk was written.
      await new Promise<void>((next) => soon(next));
    }
    running = undefined;
  }

  async function writeGroup() {
    const group: Command[] = [];
    const told: (() => void)[] = [];
    const until = performance.now() + longestGroup;
    try {
      await begin();
      for (let command = queue.shift(); command; command = group.length < largestGroup && performance.now() < until ? queue.shift() : undefined) {
        group.push(command);
        told.push(await (group.length === 1 ? alone(command) : within(command)));
      }
      await commit();
    } catch (fault) {
      await rollback();
      if (isPassing(fault) && group.every((command) => (command.runs += 1) < mostRuns)) return void queue.unshift(...group);
      // Even a command that was refused saw what is now undone.
      for (const { reject } of group.length > 0 ? group : queue.splice(0, 1)) reject(fault);
      return;
    }
    for (const tell of told) tell();
  }

  /** Runs the first command of a group, which needs no savepoint: nothing of others can be undone with it. */
  function alone(command: Command): Promise<() => void> {
    return ran(command, async () => {
      await rollback();
      await begin();
    });
  }

  /** Runs one more command in a savepoint of its own. */
  async function within(command: Command): Promise<() => void> {
    await save();
    const tell = await ran(command, undo);
    await release();
    return tell;
  }

  /** Runs a command and undoes it when it fails; gives the way to tell it how that went. */
  async function ran({ asked, work, resolve, reject }: Command, takeBack: () => Promise<void> | void): Promise<() => void> {
    if (performance.now() - asked > longestWait) return () => reject(new Busy('waited too long to write'));
    try {
      const result = await runInsideTx(work);
      return () => resolve(result);
    } catch (error) {
      // What ends the whole transaction ends it for the others of the group too.
      if (!inTransaction() || isPassing(error)) throw error;
      await takeBack();
      return () => reject(error);
    }
  }

  return {
    write<T>(work: () => Promise<T>): Promise<T> {
      if (queue.length >= longestQueue) throw new Busy('too many writers are waiting');
      return new Promise<T>((resolve, reject) => {
        queue.push({ asked: performance.now(), runs: 0, work, resolve: resolve as (result: unknown) => void, reject });
        // Whatever else arrived in this turn of the loop comes into the same group.
        running ??= new Promise((done) => soon(() => void writeAll().then(done)));
      });
    },
    /** When nobody writes any more. */
    idle: async () => running,
  };
}
