import type { Database } from '#db/open.server';
import { revisionAfter, type Revision } from '~/modules/audit/revision.server';

/** Many ask at once; each gets a reading that began after it asked. */
export function gathered<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<void> | undefined;
  let waiting: Promise<T> | undefined;
  const begin = () => {
    waiting = undefined;
    const reading = read();
    const done = () => void (running = undefined);
    running = reading.then(done, done);
    return reading;
  };
  return () => (running ? (waiting ??= running.then(begin)) : begin());
}

/**
 * Tells the state of the data as it is now, whichever process changed it. SQLite says for almost
 * nothing whether anybody wrote; only then, and always on PostgreSQL, the log is read on from where it was read before.
 */
export function dataRevision(db: Database): () => unknown {
  let revision: Revision | undefined;
  const read = gathered(async () => {
    revision = await revisionAfter(db.read, revision);
    return revision.seen;
  });
  let seen: number | undefined;
  let known: unknown;
  let isFresh = false;
  return () => {
    // Whatever is answered in one turn of the loop was asked before that turn, so one look is enough for all.
    if (isFresh) return known;
    const commits = db.commits();
    if (commits !== undefined && commits === seen) {
      isFresh = true;
      setImmediate(() => (isFresh = false));
      return known;
    }
    return read().then((now) => {
      seen = commits;
      known = now;
      return now;
    });
  };
}
