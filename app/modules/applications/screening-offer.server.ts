import type { Read, Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import type { Context } from '~/access/context';
import { nextNumber } from '~/modules/audit/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { listFiles, refuseInfected } from '~/modules/files/queries.server';
import { issueReceipt } from '~/modules/receipts/commands.server';
import { getOrganisation, snapshotOf } from '~/modules/organisations/queries.server';
import { canonicalJson } from '~/shared/canonical-json';
import { sha256Hex } from '~/shared/sha256';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { dayOf } from '~/shared/time';
import { offerSections, type OfferContent } from './content';
import { frozenPartners, partnersNow, partnersOf, type FrozenPartner } from './joint-offer.server';
import { linesOf } from './offeror-lines';
import { getLatestSubmission, type getApplication } from './queries.server';
import { budgetSums, problemsOfOffer } from './rules';
import { otherFiles } from './rules-of-slots';
import { frozenFiles, slotsOf } from './slots.server';

type Application = Awaited<ReturnType<typeof getApplication>>;

/** How many of the form's own rules the offer breaks as it stands. */
export async function problemsFound(read: Read, application: Application): Promise<number> {
  const call = await getCall(read, application.callId);
  const organisation = await getOrganisation(read, application.organisationId);
  return problemsOfOffer(application.content, call, organisation, offerSections, await slotsOf(read, application, call.requiredAttachments)).length;
}

/** The offer as it was last handed in: what the City and the committee read, whatever is being corrected meanwhile. */
export async function readOffer(read: Read, application: Application) {
  const submission = await getLatestSubmission(read, application.id);
  const frozen = submission ? (JSON.parse(submission.snapshot) as { content?: OfferContent; offeror?: Record<string, unknown>; partners?: FrozenPartner[] }) : {};
  const content = frozen.content ?? application.content;
  const { legalForm } = await getOrganisation(read, application.organisationId);
  const offeror = frozen.offeror ?? { ...(await snapshotOf(read, application.organisationId)) };
  const files = await listFiles(read, 'application_attachment', application.id);
  const slots = await slotsOf(read, application, (await getCall(read, application.callId)).requiredAttachments);
  return {
    content,
    legalForm,
    offeror: linesOf(offeror, legalForm),
    sums: { total: budgetSums(content.budget).total },
    partners: submission ? partnersOf(frozen.partners) : await partnersNow(read, application.id),
    slots,
    files: otherFiles(files, slots).map(({ id, name, scan }) => ({ id, name, scan })),
  };
}

/** Freezes the corrected offer with a receipt of its own; refused while anything in it breaks the rules of the form. */
export async function freezeCorrection(tx: Tx, context: Context, application: Application) {
  const { now, actor } = context;
  const submittedBy = actorId(actor);
  if (!submittedBy) throw new Forbidden('application.correct');
  const call = await getCall(tx, application.callId);
  const organisation = await getOrganisation(tx, application.organisationId);
  const problems = problemsOfOffer(application.content, call, organisation, offerSections, await slotsOf(tx, application, call.requiredAttachments, context.lang));
  if (problems.length > 0) throw new RuleViolations(problems.map(({ code, params }) => ({ code, ...(params ? { params } : {}) })));
  await refuseInfected(tx, 'application_attachment', application.id);
  const partners = await frozenPartners(tx, application);
  const n = await nextNumber(tx, context, 'receipt');
  const receiptNumber = `OK-${dayOf(now).slice(0, 4)}-${String(n).padStart(6, '0')}`;
  const snapshot = canonicalJson({
    receiptNumber, kind: 'correction', callId: call.id, callNumber: call.number, applicationId: application.id, submittedAt: now.toISOString(),
    offeror: await snapshotOf(tx, application.organisationId), content: application.content,
    files: frozenFiles(await listFiles(tx, 'application_attachment', application.id), call.requiredAttachments), ...(partners ? { partners } : {}),
  });
  const sha256 = sha256Hex(snapshot);
  await tx.insert(tx.t.submissions).values({
    id: newId(), applicationId: application.id, kind: 'correction', receiptNumber, submittedAt: now, submittedBy, snapshot, sha256,
  });
  const { short } = await issueReceipt(tx, context, { number: receiptNumber, kind: 'correction', about: call.title, sha256 });
  return { receiptNumber, sha256, short };
}

/** The offer as its authors see it: a draft as it stands, with who was asked to make it too; later what was handed in, with what is being corrected. */
export async function writtenOffer(read: Read, application: Application) {
  const handedIn = await readOffer(read, application);
  const draft = application.status === 'draft';
  if (!draft && application.status !== 'correction_requested') return handedIn;
  const { content } = application;
  return { ...handedIn, content, sums: { total: budgetSums(content.budget).total }, partners: draft ? await partnersNow(read, application.id) : handedIn.partners };
}
