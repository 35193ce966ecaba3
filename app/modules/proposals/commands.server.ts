import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { EventName, MailTemplate } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { listFiles, refuseInfected } from '~/modules/files/queries.server';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { tellOfficers } from '~/modules/organisations/officers.server';
import { getOrganisation, listMembers, snapshotOf } from '~/modules/organisations/queries.server';
import { mayApply } from '~/modules/organisations/rules';
import { issueReceipt } from '~/modules/receipts/commands.server';
import { canonicalJson } from '~/shared/canonical-json';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { sha256Hex } from '~/shared/sha256';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import type { ProposalContent, ProposalStatus } from './content';
import { answerDay, getProposal, type Proposal } from './queries.server';
import { problemsOf, sumsOf, whyNotStep } from './rules';

/** An editor begins a proposal of an organisation that may be given a public task. */
export function startProposal(context: Context, { organisationId }: { organisationId: string }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, organisationId);
    authorise(actor, 'proposal.start', { organisationId });
    const createdBy = actorId(actor);
    if (!createdBy) throw new Forbidden('proposal.start');
    refuse(mayApply(organisation.legalForm) ? null : 'proposal.legalForm', 'organisationId');
    refuse(['verified', 'submitted'].includes(organisation.status) ? null : 'proposal.notVerified', 'organisationId');
    const id = newId();
    await tx.insert(tx.t.proposals).values({ id, organisationId, status: 'draft', title: '', content: {}, createdBy, createdAt: now, updatedAt: now });
    await record(tx, context, { event: 'proposal.started', subject: { kind: 'proposal', id } });
    return { id };
  });
}

/** Saves the draft as it stands, finished or not; refused with 'changed' when somebody saved in between. */
export function saveProposal(context: Context, id: string, content: ProposalContent, version: number) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const proposal = await getProposal(tx, id);
    authorise(actor, 'proposal.edit', proposal);
    refuse(proposal.status === 'draft' ? null : 'wrongState');
    refuse(proposal.version === version ? null : 'changed');
    await change(tx, context, proposal, { content, title: content.title });
    await record(tx, context, { event: 'proposal.saved', subject: { kind: 'proposal', id }, detail: { version: version + 1 } });
    return { version: version + 1 };
  });
}

/** A signatory files the proposal: it is frozen, gets its number, and the City's month begins. */
export function submitProposal(context: Context, id: string, { version }: { version?: number } = {}) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const proposal = await getProposal(tx, id);
    authorise(actor, 'proposal.submit', proposal);
    refuse(proposal.status === 'draft' ? null : 'wrongState');
    refuse(version === undefined || version === proposal.version ? null : 'changed');
    const organisation = await getOrganisation(tx, proposal.organisationId);
    refuse(organisation.status === 'verified' ? null : 'proposal.notVerified');
    const problems = problemsOf(proposal.content, dayOf(now));
    if (problems.length > 0) throw new RuleViolations(problems);
    await refuseInfected(tx, 'proposal_attachment', id);
    const files = (await listFiles(tx, 'proposal_attachment', id)).map(({ name, sha256: hash }) => ({ name, sha256: hash }));

    const year = dayOf(now).slice(0, 4);
    const receiptNumber = `WI-${year}-${String(await nextNumber(tx, context, `proposal-${year}`)).padStart(4, '0')}`;
    const snapshot = canonicalJson({ receiptNumber, submittedAt: now.toISOString(), organisation: await snapshotOf(tx, organisation.id), content: proposal.content, sums: sumsOf(proposal.content.costs), files });
    const sha256 = sha256Hex(snapshot);
    await moveProposal(tx, context, proposal, 'submitted', 'proposal.submitted', { receiptNumber, submittedAt: now, snapshot, sha256 }, { receipt: receiptNumber, sha256 });
    const { short } = await issueReceipt(tx, context, { number: receiptNumber, kind: 'proposal', about: '', sha256 });
    const due = await answerDay(tx, now);
    await tellOrganisation(tx, context, proposal, 'proposal.received', (lang) => ({ number: receiptNumber, time: formatInstantZone(now, lang, { seconds: true }), hash: sha256, check: `${context.origin}${short}`, due: formatDay(due, lang) }));
    for (const to of await listPeopleWithRole(tx, 'officer'))
      await tellLater(tx, context, { template: 'proposal.toExamine', to, params: { title: proposal.title, organisation: organisation.name, due: formatDay(due, to.lang) }, link: officeLink(id) });
    return { receiptNumber, sha256 };
  });
}

/** An editor replies to the City's question; both stay on record. */
export function replyToQuestion(context: Context, id: string, { reply }: { reply: string }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const proposal = await getProposal(tx, id);
    authorise(actor, 'proposal.reply', proposal);
    refuse(proposal.status === 'question_asked' ? null : 'wrongState');
    const { proposalQuestions: q } = tx.t;
    const [open] = await tx.select({ id: q.id }).from(q).where(and(eq(q.proposalId, id), isNull(q.reply))).orderBy(desc(q.askedAt)).limit(1);
    refuse(open ? null : 'wrongState');
    await tx.update(q).set({ reply, repliedBy: actorId(actor), repliedAt: now }).where(eq(q.id, open?.id ?? ''));
    await moveProposal(tx, context, proposal, 'submitted', 'proposal.replied');
    await tellOfficers(tx, context, { template: 'proposal.replied', params: { title: proposal.title, number: proposal.receiptNumber ?? '' }, link: officeLink(id) });
  });
}

/** A signatory takes the proposal back while the City has not answered; that it was filed stays on record. */
export function withdrawProposal(context: Context, id: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const proposal = await getProposal(tx, id);
    authorise(actor, 'proposal.withdraw', proposal);
    await moveProposal(tx, context, proposal, 'withdrawn', 'proposal.withdrawn');
    await tellOfficers(tx, context, { template: 'proposal.withdrawn', params: { title: proposal.title, number: proposal.receiptNumber ?? '' }, link: officeLink(id) });
  });
}

const officeLink = (id: string) => `/office/proposals/${id}`;

type Values = Partial<Tx['t']['proposals']['$inferInsert']>;

/** Moves a proposal along its table of steps, once, and writes it down. */
export async function moveProposal(tx: Tx, context: Context, proposal: Proposal, to: ProposalStatus, event: EventName, values: Values = {}, detail?: Record<string, string | number>) {
  refuse(whyNotStep(proposal.status, to));
  await change(tx, context, proposal, { ...values, status: to });
  await record(tx, context, { event, subject: { kind: 'proposal', id: proposal.id }, ...(detail ? { detail } : {}) });
}

/** Writes to the proposal unless somebody else wrote in between. */
export async function change(tx: Tx, { now }: Context, { id, version }: Proposal, values: Values) {
  const { proposals } = tx.t;
  const changed = await tx
    .update(proposals)
    .set({ ...values, updatedAt: now, version: version + 1 })
    .where(and(eq(proposals.id, id), eq(proposals.version, version)))
    .returning({ id: proposals.id });
  refuse(changed.length === 1 ? null : 'changed');
}

/** Tells those who write and sign for the organisation, each in their language. */
export async function tellOrganisation(tx: Tx, context: Context, { id, organisationId, title }: Proposal, template: MailTemplate, paramsIn: (lang: Lang) => Record<string, string>) {
  const readers = (await listMembers(tx, organisationId)).filter(({ role, signatory }) => signatory || role !== 'viewer');
  for (const { email, lang } of readers) await tellLater(tx, context, { template, to: { email, lang }, params: { title, ...paramsIn(lang) }, link: `/proposals/mine/${id}` });
}
