import { asc, inArray, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';
import { isPublic, shownAddress } from '../rules';

/** Which entries: these in this order, or the whole directory by name. */
export type Chosen = readonly string[] | 'all';

const batchSize = 250;

function columnsOf({ t: { organisations: o } }: Read) {
  return {
    id: o.id, nameKey: o.nameKey, status: o.status, slug: o.slug, name: o.name, legalForm: o.legalForm, krs: o.krs, nip: o.nip, regon: o.regon, district: o.district, street: o.street,
    postcode: o.postcode, city: o.city, email: o.email, phone: o.phone, website: o.website, languages: o.languages, targetGroups: o.targetGroups,
    communityRoles: o.communityRoles, descriptions: o.descriptions, confirmedAt: o.confirmedAt, addressVisibility: o.addressVisibility, safeMode: o.safeMode,
  };
}

function readThese(read: Read, ids: readonly string[]) {
  const { organisations: o } = read.t;
  return read.select(columnsOf(read)).from(o).where(inArray(o.id, [...ids]));
}

type Row = Awaited<ReturnType<typeof readThese>>[number];

/** The next entries in the order of names, public or not: SQLite would sort all of a status for each batch. */
function readAfter(read: Read, { nameKey, id }: Pick<Row, 'nameKey' | 'id'>): Promise<Row[]> {
  const { organisations: o } = read.t;
  const next = prepared(read, 'next entries by name', (from) =>
    from
      .select(columnsOf(from))
      .from(o)
      .where(sql`(${o.nameKey}, ${o.id}) > (${sql.placeholder('nameKey')}, ${sql.placeholder('id')})`)
      .orderBy(asc(o.nameKey), asc(o.id))
      .limit(batchSize),
  );
  return next.execute({ nameKey, id });
}

// Asked of every row, since an entry can have left the directory meanwhile.
const shown = (rows: readonly Row[]): ExportRow[] => rows.filter(({ status }) => isPublic(status)).map((row) => Object.assign(row, shownAddress(row)));

export type ExportRow = Row;

/** The chosen entries as everybody may see them, a few hundred at a time. */
export async function* listForExport(read: Read, chosen: Chosen): AsyncGenerator<ExportRow[]> {
  if (chosen === 'all') {
    let last: Pick<Row, 'nameKey' | 'id'> | undefined = { nameKey: '', id: '' };
    while (last) {
      const rows: Row[] = await readAfter(read, last);
      if (rows.length > 0) yield shown(rows);
      last = rows.at(-1);
    }
    return;
  }
  for (let at = 0; at < chosen.length; at += batchSize) {
    const batch = chosen.slice(at, at + batchSize);
    const rows = new Map(shown(await readThese(read, batch)).map((row) => [row.id, row]));
    yield batch.map((id) => rows.get(id)).filter((row) => row !== undefined);
  }
}
