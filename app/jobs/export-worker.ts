// A thread of its own: a long list is written without stopping the one that answers requests.
import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#db/open.server';
import { writeExport, type ExportOrder } from '~/modules/organisations/export/write.server';

// Whoever waits for a page or a saving comes first; elsewhere this would hold for the whole process.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const { database, order } = workerData as { database: string; order: ExportOrder };
// Each page of the file is read once.
const db = await openDatabase(database, undefined, { cacheKilobytes: 2000 });
const pieces = writeExport(db.read, order);

/** Hands the bytes over without a copy, where they are not a part of a larger block. */
function send(piece: Buffer) {
  const whole = piece.buffer.byteLength === piece.byteLength;
  parentPort?.postMessage(whole ? new Uint8Array(piece.buffer) : new Uint8Array(piece), whole ? [piece.buffer as ArrayBuffer] : []);
}

// One piece for each word from outside: whoever reads slowly holds the writing back.
parentPort?.on('message', () => {
  void pieces.next().then(
    async ({ value, done }) => {
      if (!done) return send(value);
      await db.close();
      parentPort?.postMessage(null);
      parentPort?.close();
    },
    (error: unknown) => {
      // An error that nobody catches ends the thread, and is told to the one who started it.
      setImmediate(() => {
        throw error;
      });
    },
  );
});
