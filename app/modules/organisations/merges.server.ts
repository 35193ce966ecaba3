import { and, asc, count, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { Forbidden } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { endOtherClaims } from './claims.server';
import { findOpenChange } from './changes.server';
import { mergeFields, type MergeChoice, type MergeField } from './content-of-life';
import { refuseWrongRegister, searchColumn, writeFacets } from './entry.server';
import type { ChangeInput, MergeInput } from './forms-of-life';
import { settleClashes } from './merge-clashes.server';
import { noteChange } from './history.server';
import { refuseOwnMatter, tellOwners } from './officers.server';
import { getOrganisation, listMembers, type Organisation } from './queries.server';
import { suspectsAmong, whyNotMerge } from './rules-of-duplicates';
import { publicChanges } from './rules-of-history';
import { registerPart } from './rules-of-life';

const columns: Record<MergeField, readonly (keyof Organisation)[]> = {
  name: ['name', 'nameKey'], legalForm: ['legalForm'], krs: ['krs'], nip: ['nip'], regon: ['regon'], registerNumber: ['registerNumber'],
  registerAuthority: ['registerAuthority'], names: ['names', 'nameOrigins'], shortName: ['shortName'],
  address: ['street', 'postcode', 'city', 'district', 'addressVisibility'], contact: ['email', 'phone'], website: ['website'], foundedYear: ['foundedYear'],
  descriptions: ['descriptions', 'descriptionOrigins', 'authoritativeLang'], targetGroups: ['targetGroups'], communityRoles: ['communityRoles'],
  ledByCommunity: ['ledByCommunity'], communities: ['communities'], languages: ['languages'], fields: ['fields'], socialLinks: ['socialLinks'],
};

/** What the entry that stays will hold: its own values, and those chosen from the other. */
export function mergedColumns(kept: Organisation, merged: Organisation, choice: MergeChoice): Partial<Organisation> {
  const taken = mergeFields.filter((field) => choice[field] === 'merged').flatMap((field) => columns[field].map((column) => [column, merged[column]]));
  // Whoever is at risk in one of the two stays protected.
  return { ...(Object.fromEntries(taken) as Partial<Organisation>), safeMode: kept.safeMode || merged.safeMode };
}

// Rows that tell the past of the entry given up, or that are moved below in their own way.
const stays = ['organisationFacets', 'memberships', 'claims', 'changeRequests', 'handOvers', 'entryChanges', 'confirmationNotices', 'registrySnapshots'];

type Belonging = Tx['t']['services'];

/** Every table whose rows belong to an organisation and follow it into another entry, by name. */
export function followingTables(read: Read): [string, Belonging][] {
  return Object.entries(read.t).filter(([name, table]) => 'organisationId' in table && !stays.includes(name)) as unknown as [string, Belonging][];
}

async function moveBelongings(tx: Tx, from: string, to: string): Promise<Record<string, number>> {
  await settleClashes(tx, from, to);
  const moved: Record<string, number> = {};
  for (const [name, table] of followingTables(tx)) {
    const [row] = await tx.select({ n: count() }).from(table).where(eq(table.organisationId, from));
    const n = Number(row?.n ?? 0);
    if (n === 0) continue;
    await tx.update(table).set({ organisationId: to }).where(eq(table.organisationId, from));
    moved[name] = n;
  }
  const { patronages, files, organisations } = tx.t;
  await tx.update(patronages).set({ groupId: to }).where(eq(patronages.groupId, from));
  await tx.update(patronages).set({ patronId: to }).where(eq(patronages.patronId, from));
  await tx.update(files).set({ subjectId: to }).where(and(eq(files.purpose, 'organisation_evidence'), eq(files.subjectId, from)));
  await tx.update(organisations).set({ mergedInto: to }).where(eq(organisations.mergedInto, from));
  return moved;
}

async function moveMembers(tx: Tx, from: string, to: string): Promise<number> {
  const { memberships } = tx.t;
  const known = (await listMembers(tx, to)).map(({ personId }) => personId);
  const coming = (await listMembers(tx, from)).filter(({ personId }) => !known.includes(personId));
  if (coming.length > 0) await tx.update(memberships).set({ organisationId: to }).where(and(eq(memberships.organisationId, from), inArray(memberships.personId, coming.map(({ personId }) => personId))));
  await tx.delete(memberships).where(eq(memberships.organisationId, from));
  return coming.length;
}

/** An officer makes two entries of one organisation one; its people, services and offers follow, and the old address leads to the new one. This cannot be undone. */
export function mergeEntries(context: Context, keptId: string, mergedId: string, { reason, ...sides }: MergeInput): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { organisations, mergers, claims, handOvers } = tx.t;
    authorise(actor, 'organisation.merge', {});
    const mergedBy = actorId(actor);
    if (!mergedBy) throw new Forbidden('organisation.merge');
    const [kept, merged] = [await getOrganisation(tx, keptId), await getOrganisation(tx, mergedId)];
    refuse(whyNotMerge(kept, merged));
    await refuseOwnMatter(tx, context, keptId);
    await refuseOwnMatter(tx, context, mergedId);
    const busy = await tx.select({ id: handOvers.id }).from(handOvers).where(and(inArray(handOvers.organisationId, [keptId, mergedId]), inArray(handOvers.status, ['proposed', 'confirmed'])));
    refuse(busy.length > 0 || (await findOpenChange(tx, keptId)) || (await findOpenChange(tx, mergedId)) ? 'merge.open' : null);

    const chosen = Object.fromEntries(mergeFields.map((field) => [field, sides[field] ?? 'kept'])) as MergeChoice;
    const changes = mergedColumns(kept, merged, chosen);
    const entry = { ...kept, ...changes };
    // The numbers of the entry given up are free from now on; they stay written beside the merger.
    await tx
      .update(organisations)
      .set({ status: 'archived', statusBefore: merged.status, statusReason: reason, mergedInto: keptId, krs: null, nip: null, version: merged.version + 1 })
      .where(eq(organisations.id, mergedId));
    if (kept.status !== 'unclaimed') {
      const part = Object.fromEntries(Object.entries(registerPart(entry)).map(([field, value]) => [field, value ?? undefined])) as Omit<ChangeInput, 'note'>;
      await refuseWrongRegister(tx, part, keptId);
    }
    const unasked = entry.krs === kept.krs ? {} : { registerStanding: 'not_asked' as const, registerAskedAt: null };
    await tx.update(organisations).set({ ...changes, ...unasked, searchText: searchColumn(entry), version: kept.version + 1 }).where(eq(organisations.id, keptId));
    await writeFacets(tx, keptId, entry);
    await tellOwners(tx, context, merged, { template: 'organisation.merged', params: { other: entry.name, reason }, link: `/my/${keptId}` });
    const members = await moveMembers(tx, mergedId, keptId);
    const moved = { ...(await moveBelongings(tx, mergedId, keptId)), memberships: members };
    if (kept.status === 'unclaimed') await tx.update(claims).set({ organisationId: keptId }).where(eq(claims.organisationId, mergedId));
    else await endOtherClaims(tx, context, { id: mergedId, name: merged.name, slug: kept.slug });
    const id = newId();
    await tx.insert(mergers).values({ id, keptId, mergedId, chosen, givenUp: registerPart(merged), moved, reason, mergedBy, mergedAt: now });
    await noteChange(tx, context, keptId, 'merged', publicChanges(kept, entry));
    await record(tx, context, { event: 'organisation.merged', subject: { kind: 'organisation', id: keptId }, detail: { merger: id, merged: mergedId } });
  });
}

/** An officer says that two entries are two organisations; they are not shown as a pair again. */
export function keepApart(context: Context, one: string, other: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'organisation.merge', {});
    const saidBy = actorId(actor);
    if (!saidBy) throw new Forbidden('organisation.merge');
    const [firstId, secondId] = [(await getOrganisation(tx, one)).id, (await getOrganisation(tx, other)).id].toSorted();
    if (!firstId || !secondId || firstId === secondId) return refuse('merge.same');
    await tx.insert(tx.t.notDuplicates).values({ firstId, secondId, saidBy, saidAt: now }).onConflictDoNothing();
    await record(tx, context, { event: 'organisation.keptApart', subject: { kind: 'organisation', id: firstId }, detail: { other: secondId } });
  });
}

/** Pairs of entries that may be one organisation, without those an officer told apart. */
export async function listSuspects(read: Read) {
  const { organisations: o, notDuplicates } = read.t;
  const entries = await read
    .select({ id: o.id, name: o.name, shortName: o.shortName, krs: o.krs, nip: o.nip, regon: o.regon, website: o.website, email: o.email, status: o.status })
    .from(o)
    .where(and(isNull(o.mergedInto), notInArray(o.status, ['draft', 'archived'])))
    .orderBy(asc(o.nameKey), asc(o.id));
  const apart = new Set((await read.select({ firstId: notDuplicates.firstId, secondId: notDuplicates.secondId }).from(notDuplicates)).map(({ firstId, secondId }) => `${firstId} ${secondId}`));
  return suspectsAmong(entries).filter(({ first, second }) => !apart.has([first.id, second.id].toSorted().join(' ')));
}

/** Both entries of a pair, and how much of the second would follow it into the first. */
export async function getPair(read: Read, keptId: string, mergedId: string) {
  const [kept, merged] = [await getOrganisation(read, keptId), await getOrganisation(read, mergedId)];
  const following: Record<string, number> = {};
  for (const [name, table] of [...followingTables(read), ['memberships', read.t.memberships] as unknown as [string, Belonging]]) {
    const [row] = await read.select({ n: count() }).from(table).where(eq(table.organisationId, mergedId));
    following[name] = Number(row?.n ?? 0);
  }
  return { kept, merged, refused: whyNotMerge(kept, merged), following };
}
