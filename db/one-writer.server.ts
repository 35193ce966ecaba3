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

type Command = { asked: number; work: () => Promise<unknown>; resolve: (result: unknown) => void; reject: (error: unknown) => void };

/**
 * The one writer of an SQLite file. Commands that wait at the same time share one commit, each inside its own savepoint;
 * none hears how it went before the commit is on disk. See docs/decisions/0012.
 */
export function oneWriter(writer: Sqlite) {
  const statement = (text: string) => {
    const prepared = writer.prepare(text);
    return () => void prepared.run();
  };
  // SQLite has one writer: take the lock at once, rather than fail after the work is done.
  const begin = statement('BEGIN IMMEDIATE');
  const commit = statement('COMMIT');
  const rollback = statement('ROLLBACK');
  const save = statement('SAVEPOINT command');
  const release = statement('RELEASE command');
  const undo = statement('ROLLBACK TO command');
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
      begin();
      for (let command = queue.shift(); command; command = group.length < largestGroup && performance.now() < until ? queue.shift() : undefined) {
        group.push(command);
        told.push(await (group.length === 1 ? alone(command) : within(command)));
      }
      commit();
    } catch (fault) {
      if (writer.inTransaction) rollback();
      // Even a command that was refused saw what is now undone.
      for (const { reject } of group.length > 0 ? group : queue.splice(0, 1)) reject(fault);
      return;
    }
    for (const tell of told) tell();
  }

  /** Runs the first command of a group, which needs no savepoint: nothing of others can be undone with it. */
  async function alone(command: Command): Promise<() => void> {
    return ran(command, () => {
      rollback();
      begin();
    });
  }

  /** Runs one more command in a savepoint of its own. */
  async function within(command: Command): Promise<() => void> {
    save();
    const tell = await ran(command, undo);
    release();
    return tell;
  }

  /** Runs a command and undoes it when it fails; gives the way to tell it how that went. */
  async function ran({ asked, work, resolve, reject }: Command, takeBack: () => void): Promise<() => void> {
    if (performance.now() - asked > longestWait) return () => reject(new Busy('waited too long to write'));
    try {
      const result = await runInsideTx(work);
      return () => resolve(result);
    } catch (error) {
      // A full disk and the like end the whole transaction, and with it what the others of the group wrote.
      if (!writer.inTransaction) throw error;
      takeBack();
      return () => reject(error);
    }
  }

  return {
    write<T>(work: () => Promise<T>): Promise<T> {
      if (queue.length >= longestQueue) throw new Busy('too many writers are waiting');
      return new Promise<T>((resolve, reject) => {
        queue.push({ asked: performance.now(), work, resolve: resolve as (result: unknown) => void, reject });
        // Whatever else arrived in this turn of the loop comes into the same group.
        running ??= new Promise((done) => soon(() => void writeAll().then(done)));
      });
    },
    /** When nobody writes any more. */
    idle: async () => running,
  };
}
