import type { Database } from '#db/open.server';
import { currentRevision } from '~/modules/audit/revision.server';

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
 * nothing whether anybody wrote; only then, and always on PostgreSQL, the revision is read.
 */
export function dataRevision(db: Database): () => unknown {
  const read = gathered(() => currentRevision(db.read));
  let seen: number | undefined;
  let known: unknown;
  return () => {
    const commits = db.commits();
    if (commits !== undefined && commits === seen) return known;
    return read().then((revision) => {
      seen = commits;
      known = revision;
      return revision;
    });
  };
}
