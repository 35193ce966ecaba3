import { asc, count, eq } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { canonicalJson } from '~/shared/canonical-json';
import { NotFound } from '~/shared/errors';
import { newId } from '~/shared/ids';
import type { PlaceInput } from './forms-of-services';
import { noteChange } from './history.server';
import { getOrganisation, listPublicLocations } from './queries.server';
import { isPublic, whyNot } from './rules';
import { mostPlaces, moved, pointOf } from './rules-of-services';

/** The places of an organisation as its members see them, in their order. */
export function listPlaces(read: Read, organisationId: string) {
  const { locations } = read.t;
  return read.select().from(locations).where(eq(locations.organisationId, organisationId)).orderBy(asc(locations.position), asc(locations.id));
}

export type Place = Awaited<ReturnType<typeof listPlaces>>[number];

/** One place of this organisation, or NotFound. */
export async function getPlace(read: Read, organisationId: string, id: string): Promise<Place> {
  const found = (await listPlaces(read, organisationId)).find((place) => place.id === id);
  if (!found) throw new NotFound('place');
  return found;
}

/** How many services are given at a place. */
export async function countServicesAt(read: Read, placeId: string): Promise<number> {
  const { services } = read.t;
  const [row] = await read.select({ n: count() }).from(services).where(eq(services.locationId, placeId));
  return Number(row?.n ?? 0);
}

function columnsOf({ coordinates, street, postcode, district, accessNote, ...rest }: PlaceInput) {
  const point = coordinates ? pointOf(coordinates) : null;
  refuse(coordinates && !point ? 'place.coordinates' : null, 'coordinates');
  return {
    ...rest, street: street ?? null, postcode: postcode ?? null, district: district ?? null, accessNote: accessNote ?? null,
    latitude: point?.latitude ?? null, longitude: point?.longitude ?? null,
  };
}

/** Adds a place at the end of the list. */
export function addPlace(context: Context, organisationId: string, input: PlaceInput): Promise<{ id: string }> {
  return changing(context, organisationId, 'place.added', async (tx) => {
    const before = await listPlaces(tx, organisationId);
    refuse(before.length >= mostPlaces ? 'place.tooMany' : null, undefined, { n: mostPlaces });
    const id = newId();
    await tx.insert(tx.t.locations).values({ id, organisationId, ...columnsOf(input), position: (before.at(-1)?.position ?? -1) + 1 });
    return { id };
  });
}

/** Changes a place. */
export function savePlace(context: Context, organisationId: string, id: string, input: PlaceInput): Promise<{ id: string }> {
  return changing(context, organisationId, 'place.saved', async (tx) => {
    await getPlace(tx, organisationId, id);
    await tx.update(tx.t.locations).set(columnsOf(input)).where(eq(tx.t.locations.id, id));
    return { id };
  });
}

/** Removes a place for good; the services given there stay, without a place. */
export function removePlace(context: Context, organisationId: string, id: string): Promise<{ id: string }> {
  return changing(context, organisationId, 'place.removed', async (tx) => {
    await getPlace(tx, organisationId, id);
    await tx.update(tx.t.services).set({ locationId: null }).where(eq(tx.t.services.locationId, id));
    await tx.delete(tx.t.locations).where(eq(tx.t.locations.id, id));
    return { id };
  });
}

/** Moves a place one step in the list. */
export function movePlace(context: Context, organisationId: string, { id, step }: { id: string; step: 'up' | 'down' }): Promise<{ id: string }> {
  return changing(context, organisationId, 'place.moved', async (tx) => {
    await getPlace(tx, organisationId, id);
    const order = moved((await listPlaces(tx, organisationId)).map((place) => place.id), id, step);
    for (const [position, one] of order.entries()) await tx.update(tx.t.locations).set({ position }).where(eq(tx.t.locations.id, one));
    return { id };
  });
}

type Happened = 'place.added' | 'place.saved' | 'place.removed' | 'place.moved';

function changing(context: Context, organisationId: string, event: Happened, work: (tx: Tx) => Promise<{ id: string }>): Promise<{ id: string }> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { status } = await getOrganisation(tx, organisationId);
    authorise(actor, 'organisation.editPlaces', { organisationId });
    refuse(whyNot('editOffer', status));
    const before = canonicalJson(await listPublicLocations(tx, organisationId));
    const done = await work(tx);
    // That a hidden place changed is nobody's business.
    if (isPublic(status) && canonicalJson(await listPublicLocations(tx, organisationId)) !== before) await noteChange(tx, context, organisationId, 'edited', ['places']);
    await record(tx, context, { event, subject: { kind: 'organisation', id: organisationId }, detail: { place: done.id } });
    return done;
  });
}
