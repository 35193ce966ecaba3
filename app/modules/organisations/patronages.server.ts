import { and, asc, desc, eq, inArray, like, ne, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { Read, Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { EventName, MailTemplate } from '~/i18n/codes';
import { record } from '~/modules/audit/commands.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { searchText, words } from '~/shared/text';
import { legalForms, type PatronageSide } from './content';
import type { ProposeForm } from './forms-of-patronage';
import { getOrganisation, listMembers, type Organisation } from './queries.server';
import { otherSide, sideOf, whyNotPatronage, whyNotPatronageStep, type PatronageStep } from './rules-of-patronage';

/** A group asks an organisation to be its patron, or an organisation offers it; the other side answers. */
export function proposePatronage(context: Context, ownId: string, { otherId, scope }: z.output<typeof ProposeForm>): Promise<{ id: string }> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { patronages } = tx.t;
    const [own, other] = [await getOrganisation(tx, ownId), await getOrganisation(tx, otherId)];
    authorise(actor, 'patronage.propose', { organisationId: ownId });
    if (actor.kind !== 'person') throw new Forbidden('patronage.propose');
    const side = sideOf(own.legalForm);
    const [group, patron] = side === 'group' ? [own, other] : [other, own];
    refuse(whyNotPatronage(group, patron));
    const open = await tx
      .select({ id: patronages.id })
      .from(patronages)
      .where(and(eq(patronages.groupId, group.id), eq(patronages.patronId, patron.id), inArray(patronages.status, ['proposed', 'active'])));
    refuse(open.length > 0 ? 'patronage.already' : null);
    const id = newId();
    const proposedBy: PatronageSide = side === 'group' ? 'group' : 'patron';
    await tx.insert(patronages).values({
      id, groupId: group.id, patronId: patron.id, status: 'proposed', scope, proposedBy, proposedByPerson: actor.id, proposedAt: now,
      groupAcceptedAt: proposedBy === 'group' ? now : null, patronAcceptedAt: proposedBy === 'patron' ? now : null,
    });
    await tell(tx, context, { from: own, to: other, event: 'patronage.proposed', template: 'patronage.proposed', about: id });
    return { id };
  });
}

type Told = { from: Organisation; to: Organisation; event: EventName; template: MailTemplate; about: string };

async function tell(tx: Tx, context: Context, { from, to, event, template, about }: Told) {
  await record(tx, context, { event, subject: { kind: 'organisation', id: from.id }, detail: { patronage: about, other: to.id } });
  for (const reader of (await listMembers(tx, to.id)).filter(({ role }) => role === 'owner'))
    await tellLater(tx, context, { template, to: reader, params: { organisation: to.name, other: from.name }, link: `/my/${to.id}/patronage` });
}

const steps = {
  accept: { event: 'patronage.accepted', template: 'patronage.accepted', status: 'active' },
  decline: { event: 'patronage.declined', template: 'patronage.declined', status: 'declined' },
  withdraw: { event: 'patronage.withdrawn', template: 'patronage.withdrawn', status: 'ended' },
  end: { event: 'patronage.ended', template: 'patronage.ended', status: 'ended' },
} as const;

/** One side accepts or declines what the other proposed, takes back its own proposal, or ends what both agreed. */
export function answerPatronage(context: Context, ownId: string, patronageId: string, step: PatronageStep): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { patronages } = tx.t;
    authorise(actor, step === 'end' ? 'patronage.end' : 'patronage.answer', { organisationId: ownId });
    const [patronage] = await tx.select().from(patronages).where(eq(patronages.id, patronageId));
    if (!patronage || ![patronage.groupId, patronage.patronId].includes(ownId)) throw new NotFound('patronage');
    const side: PatronageSide = patronage.groupId === ownId ? 'group' : 'patron';
    refuse(whyNotPatronageStep(step, patronage, side));
    const [group, patron] = [await getOrganisation(tx, patronage.groupId), await getOrganisation(tx, patronage.patronId)];
    if (step === 'accept') refuse(whyNotPatronage(group, patron));
    const { event, template, status } = steps[step];
    const moment = step === 'accept' ? (side === 'group' ? { groupAcceptedAt: now } : { patronAcceptedAt: now }) : { endedAt: now, endedBy: side };
    const changed = await tx
      .update(patronages)
      .set({ status, ...moment })
      .where(and(eq(patronages.id, patronageId), eq(patronages.status, patronage.status)))
      .returning({ id: patronages.id });
    refuse(changed.length === 1 ? null : 'changed');
    const [from, to] = side === 'group' ? [group, patron] : [patron, group];
    await tell(tx, context, { from, to, event, template, about: patronageId });
  });
}

async function listOf(read: Read, organisationId: string) {
  const { patronages, organisations } = read.t;
  const rows = await read
    .select()
    .from(patronages)
    .where(or(eq(patronages.groupId, organisationId), eq(patronages.patronId, organisationId)))
    .orderBy(desc(patronages.proposedAt), desc(patronages.id));
  if (rows.length === 0) return [];
  const others = await read
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name, status: organisations.status })
    .from(organisations)
    .where(inArray(organisations.id, rows.map(({ groupId, patronId }) => (groupId === organisationId ? patronId : groupId))));
  return rows.flatMap((row) => {
    const side: PatronageSide = row.groupId === organisationId ? 'group' : 'patron';
    const other = others.find(({ id }) => id === (side === 'group' ? row.patronId : row.groupId));
    return other ? [{ ...row, side, other }] : [];
  });
}

/** Patronages in force as everybody may see them: the organisation's side, the other one, and what was agreed. */
export async function listPatronages(read: Read, organisationId: string) {
  return (await listOf(read, organisationId))
    .filter(({ status, other }) => status === 'active' && other.status === 'verified')
    .map(({ id, side, other: { slug, name }, scope, groupAcceptedAt, patronAcceptedAt }) => ({
      id, side, slug, name, scope, since: [groupAcceptedAt, patronAcceptedAt].reduce((a, b) => (a && b && a > b ? a : b)),
    }));
}

/** All patronages of an organisation for its members: proposed by it, proposed to it, agreed and past. */
export async function listOwnPatronages(read: Read, organisationId: string) {
  return (await listOf(read, organisationId)).map(({ id, status, scope, side, proposedBy, proposedAt, endedAt, other }) => ({
    id, status, scope, proposedAt, endedAt, other: { name: other.name, slug: other.slug }, ours: proposedBy === side,
  }));
}

const most = 20;
const mostWords = 8;

/** Verified organisations that could stand on the other side, found by their words. */
export async function listPossiblePartners(read: Read, own: Pick<Organisation, 'id' | 'legalForm'>, q: string) {
  const { organisations: o } = read.t;
  const side = sideOf(own.legalForm);
  if (!side) return [];
  const forms = legalForms.filter((form) => sideOf(form) === otherSide(side));
  // The words hold only letters and digits, so no sign in them means anything to LIKE.
  const asked = [...new Set(words(q))].slice(0, mostWords).flatMap((word) => searchText([word]).split(' ').slice(0, 1));
  return read
    .select({ id: o.id, slug: o.slug, name: o.name, legalForm: o.legalForm, district: o.district })
    .from(o)
    .where(and(
      eq(o.status, 'verified'), inArray(o.legalForm, forms), ne(o.id, own.id), inArray(o.registerStanding, ['not_asked', 'active', 'not_found']),
      ...asked.map((word) => like(o.searchText, `%${word}%`)),
    ))
    .orderBy(asc(o.nameKey), asc(o.id))
    .limit(most);
}
