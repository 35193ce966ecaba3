import { Worker } from 'node:worker_threads';
import { Busy, type Database } from '#db/open.server';
import { writeExport, type ExportOrder } from '~/modules/organisations/export/write.server';

/** The thread that writes lists: its program and the database it opens. */
export type ExportThread = { program: string; database: string };

export type Exporting = {
  /** Where none is built, the list is written by this thread. */
  thread?: ExportThread | undefined;
  /** Resolves when the reader has taken what was sent. */
  drained: () => Promise<void>;
};

/** Writes in this thread for a reader that is never slow. */
export const exportingHere: Exporting = { drained: async () => {} };

type Asked = Exporting & { db: Database; order: ExportOrder; signal: AbortSignal };

const mostAtOnce = 2;
const longest = 10 * 60_000;
let running = 0;

type Pieces = { next: () => Promise<Uint8Array | null>; stop: () => void };

function inThisThread(db: Database, order: ExportOrder): Pieces {
  const pieces = writeExport(db.read, order);
  return { next: async () => (await pieces.next()).value ?? null, stop: () => void pieces.return(undefined) };
}

function inThread({ program, database }: ExportThread, order: ExportOrder): Pieces {
  const worker = new Worker(program, { workerData: { database, order }, resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 } });
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const told = (piece: Uint8Array | null) => (settle(), resolve(piece));
        const failed = (error: unknown) => (settle(), reject(error instanceof Error ? error : new Error('the thread of a list ended before the list')));
        const settle = () => worker.off('message', told).off('error', failed).off('exit', failed);
        worker.on('message', told).on('error', failed).on('exit', failed);
        worker.postMessage('more');
      }),
    stop: () => void worker.terminate(),
  };
}

/** The bytes of a list as a stream that waits for its reader; ends its thread when the reader leaves. */
export function exportStream({ db, order, thread, drained, signal }: Asked): ReadableStream<Uint8Array> {
  if (running >= mostAtOnce) throw new Busy('other lists are being written');
  running += 1;
  const pieces = thread ? inThread(thread, order) : inThisThread(db, order);
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    running -= 1;
    clearTimeout(tooLong);
    signal.removeEventListener('abort', end);
    pieces.stop();
  };
  const tooLong = setTimeout(end, longest);
  signal.addEventListener('abort', end);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await drained();
        try {
          const piece = ended ? null : await pieces.next();
          if (piece && !ended) return controller.enqueue(piece);
          if (ended) controller.error(new Error('the reader left'));
          else controller.close();
          end();
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
