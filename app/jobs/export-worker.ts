// A thread of its own: a long list is written without stopping the one that answers requests.
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#db/open.server';
import { writeExport, type ExportOrder } from '~/modules/organisations/export/write.server';

const { database, order } = workerData as { database: string; order: ExportOrder };
const db = await openDatabase(database);
const pieces = writeExport(db.read, order);

// One piece for each word from outside: whoever reads slowly holds the writing back.
parentPort?.on('message', () => {
  void pieces.next().then(
    async ({ value, done }) => {
      if (!done) return parentPort?.postMessage(new Uint8Array(value));
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
