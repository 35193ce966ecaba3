import { inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { isPublic, shownAddress } from '../rules';

const batchSize = 250;

async function readBatch(read: Read, ids: string[]) {
  const { organisations: o } = read.t;
  const rows = await read
    .select({
      id: o.id, status: o.status, slug: o.slug, name: o.name, legalForm: o.legalForm, krs: o.krs, nip: o.nip, regon: o.regon, district: o.district, street: o.street,
      postcode: o.postcode, city: o.city, email: o.email, phone: o.phone, website: o.website, languages: o.languages, targetGroups: o.targetGroups,
      communityRoles: o.communityRoles, descriptions: o.descriptions, confirmedAt: o.confirmedAt, addressVisibility: o.addressVisibility, safeMode: o.safeMode,
    })
    .from(o)
    .where(inArray(o.id, ids));
  // Asked again, since an entry can have left the directory meanwhile; here, because SQLite would go through all entries of a status.
  return rows.filter(({ status }) => isPublic(status)).map(({ safeMode, addressVisibility, ...row }) => ({ ...row, ...shownAddress({ ...row, safeMode, addressVisibility }) }));
}

export type ExportRow = Awaited<ReturnType<typeof readBatch>>[number];

/** These entries in this order and as everybody may see them, a few hundred at a time. */
export async function* listForExport(read: Read, ids: readonly string[]): AsyncGenerator<ExportRow[]> {
  for (let at = 0; at < ids.length; at += batchSize) {
    const batch = ids.slice(at, at + batchSize);
    const rows = new Map((await readBatch(read, batch)).map((row) => [row.id, row]));
    yield batch.map((id) => rows.get(id)).filter((row) => row !== undefined);
  }
}
