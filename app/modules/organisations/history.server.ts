import { and, desc, eq } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import type { Context } from '~/access/context';
import { Gone, NotFound } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { publicFields, type LifeEvent, type PublicField } from './content-of-life';
import type { Organisation } from './queries.server';
import { isPublic } from './rules';
import { publicChanges } from './rules-of-history';
import { wasPublic } from './rules-of-life';

/** Writes a line in the public history of an entry: what kind of change, and which fields; never their values. */
export async function noteChange(tx: Tx, { now }: Context, organisationId: string, kind: LifeEvent, fields: readonly PublicField[] = []): Promise<void> {
  await tx.insert(tx.t.entryChanges).values({ id: newId(), organisationId, at: now, kind, fields: [...fields] });
}

/** Notes what everybody can see changed in a public entry, and keeps its former address. */
export async function noteEdit(tx: Tx, context: Context, before: Organisation, after: Organisation): Promise<void> {
  if (!isPublic(before.status)) return;
  const fields = publicChanges(before, after);
  if (fields.length > 0) await noteChange(tx, context, before.id, 'edited', fields);
  if (after.slug !== before.slug) await leaveAddress(tx, context, before, after.slug);
}

/** Keeps the address an entry had, so that it leads to the new one. */
export async function leaveAddress(tx: Tx, { now }: Context, { id, slug }: Pick<Organisation, 'id' | 'slug'>, to: string): Promise<void> {
  const { formerSlugs } = tx.t;
  await tx.delete(formerSlugs).where(and(eq(formerSlugs.slug, to), eq(formerSlugs.organisationId, id)));
  await tx.insert(formerSlugs).values({ slug, organisationId: id, since: now }).onConflictDoUpdate({ target: formerSlugs.slug, set: { organisationId: id, since: now } });
}

/** The public history of an entry from the newest line; of an organisation at risk only the dates. */
export async function listHistory(read: Read, { id, safeMode }: Pick<Organisation, 'id' | 'safeMode'>) {
  const { entryChanges } = read.t;
  const rows = await read
    .select({ id: entryChanges.id, at: entryChanges.at, kind: entryChanges.kind, fields: entryChanges.fields })
    .from(entryChanges)
    .where(eq(entryChanges.organisationId, id))
    .orderBy(desc(entryChanges.at), desc(entryChanges.id))
    .limit(200);
  return rows.map((row) => (safeMode ? { ...row, kind: null, fields: [] } : { ...row, fields: publicFields.filter((field) => row.fields.includes(field)) }));
}

const isName = (part: string) => /^[\w-]{1,80}$/.test(part);

/** Where a public entry stands now: null at this address, else the new address; Gone where it is no longer listed, NotFound where it never was. */
export async function addressNow(read: Read, slug: string): Promise<string | null> {
  const { organisations: o, formerSlugs: f } = read.t;
  if (!isName(slug)) throw new NotFound('organisation');
  const columns = { id: o.id, slug: o.slug, status: o.status, statusBefore: o.statusBefore, mergedInto: o.mergedInto };
  let [entry] = await read.select(columns).from(o).where(eq(o.slug, slug));
  if (!entry) [entry] = await read.select(columns).from(f).innerJoin(o, eq(o.id, f.organisationId)).where(eq(f.slug, slug));
  if (entry?.mergedInto) [entry] = await read.select(columns).from(o).where(eq(o.id, entry.mergedInto));
  if (entry && isPublic(entry.status)) return entry.slug === slug ? null : entry.slug;
  if (entry && wasPublic(entry)) throw new Gone('organisation');
  throw new NotFound('organisation');
}
