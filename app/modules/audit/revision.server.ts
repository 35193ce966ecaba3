import { max } from 'drizzle-orm';
import type { Read } from '#db/open.server';

/** A number that grows with everything that is recorded, whichever process recorded it. */
export async function currentRevision(read: Read): Promise<number> {
  const { events } = read.t;
  const [row] = await read.select({ last: max(events.seq) }).from(events);
  return Number(row?.last ?? 0);
}
