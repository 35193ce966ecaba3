import { and, asc, eq } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { RuleCode } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { record } from '~/modules/audit/commands.server';
import { canonicalJson } from '~/shared/canonical-json';
import { NotFound } from '~/shared/errors';
import { newId } from '~/shared/ids';
import type { ServiceInput } from './forms-of-services';
import { noteChange } from './history.server';
import { getOrganisation, listPublicServices, type Organisation } from './queries.server';
import { isPublic, whyNot } from './rules';
import { mostServices, moved, whyNotOffer } from './rules-of-services';

/** The services of an organisation as its members see them, in their order. */
export function listServices(read: Read, organisationId: string) {
  const { services } = read.t;
  return read.select().from(services).where(eq(services.organisationId, organisationId)).orderBy(asc(services.position), asc(services.id));
}

export type Service = Awaited<ReturnType<typeof listServices>>[number];

/** One service of this organisation, or NotFound. */
export async function getService(read: Read, organisationId: string, id: string): Promise<Service> {
  const found = (await listServices(read, organisationId)).find((service) => service.id === id);
  if (!found) throw new NotFound('service');
  return found;
}

const texts = (typed: Partial<Record<Lang, string | undefined>>) => Object.fromEntries(Object.entries(typed).filter(([, text]) => text)) as Partial<Record<Lang, string>>;

function columnsOf({ names, descriptions, costNote, hoursNote, howToCome, locationId, ...rest }: ServiceInput) {
  return {
    ...rest, names: texts(names), descriptions: texts(descriptions), costNote: costNote ?? null, hoursNote: hoursNote ?? null,
    howToCome: howToCome ?? null, locationId: locationId ?? null,
  };
}

async function refuseWrong(tx: Tx, organisationId: string, input: ServiceInput): Promise<void> {
  const problem = whyNotOffer(input);
  refuse(problem?.code ?? null, problem?.field);
  if (!input.locationId) return;
  const { locations } = tx.t;
  const [place] = await tx.select({ id: locations.id }).from(locations).where(and(eq(locations.id, input.locationId), eq(locations.organisationId, organisationId)));
  refuse(place ? null : 'service.placeUnknown', 'locationId');
}

/** Adds a service at the end of the list. */
export function addService(context: Context, organisationId: string, input: ServiceInput): Promise<{ id: string }> {
  return changing(context, organisationId, 'service.added', async (tx) => {
    const before = await listServices(tx, organisationId);
    refuse(before.length >= mostServices ? ('service.tooMany' satisfies RuleCode) : null, undefined, { n: mostServices });
    await refuseWrong(tx, organisationId, input);
    const id = newId();
    await tx.insert(tx.t.services).values({ id, organisationId, ...columnsOf(input), position: (before.at(-1)?.position ?? -1) + 1, changedAt: context.now });
    return { id };
  });
}

/** Changes a service. */
export function saveService(context: Context, organisationId: string, id: string, input: ServiceInput): Promise<{ id: string }> {
  return changing(context, organisationId, 'service.saved', async (tx) => {
    await getService(tx, organisationId, id);
    await refuseWrong(tx, organisationId, input);
    await tx.update(tx.t.services).set({ ...columnsOf(input), changedAt: context.now }).where(eq(tx.t.services.id, id));
    return { id };
  });
}

/** Removes a service for good. */
export function removeService(context: Context, organisationId: string, id: string): Promise<{ id: string }> {
  return changing(context, organisationId, 'service.removed', async (tx) => {
    await getService(tx, organisationId, id);
    await tx.delete(tx.t.services).where(eq(tx.t.services.id, id));
    return { id };
  });
}

/** Moves a service one step in the list. */
export function moveService(context: Context, organisationId: string, { id, step }: { id: string; step: 'up' | 'down' }): Promise<{ id: string }> {
  return changing(context, organisationId, 'service.moved', async (tx) => {
    await getService(tx, organisationId, id);
    const order = moved((await listServices(tx, organisationId)).map((service) => service.id), id, step);
    for (const [position, one] of order.entries()) await tx.update(tx.t.services).set({ position }).where(eq(tx.t.services.id, one));
    return { id };
  });
}

type Happened = 'service.added' | 'service.saved' | 'service.removed' | 'service.moved';

function changing(context: Context, organisationId: string, event: Happened, work: (tx: Tx, organisation: Organisation) => Promise<{ id: string }>): Promise<{ id: string }> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, organisationId);
    authorise(actor, 'organisation.editServices', { organisationId });
    refuse(whyNot('editOffer', organisation.status));
    const before = canonicalJson(await shown(tx, organisation));
    const done = await work(tx, organisation);
    if (isPublic(organisation.status) && canonicalJson(await shown(tx, organisation)) !== before) await noteChange(tx, context, organisationId, 'edited', ['services']);
    await record(tx, context, { event, subject: { kind: 'organisation', id: organisationId }, detail: { service: done.id } });
    return done;
  });
}

async function shown(read: Read, { id }: Organisation) {
  return (await listPublicServices(read, id)).map(({ changedAt: _when, ...service }) => service);
}
