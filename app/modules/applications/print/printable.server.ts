import { and, eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { getCall } from '~/modules/calls/queries.server';
import { listFiles } from '~/modules/files/queries.server';
import { listIndicators } from '~/modules/programme/queries.server';
import { findReceiptLinks } from '~/modules/receipts/queries.server';
import { snapshotOf } from '~/modules/organisations/queries.server';
import { canonicalJson } from '~/shared/canonical-json';
import { sha256Hex } from '~/shared/sha256';
import { dayOf } from '~/shared/time';
import { NotFound } from '~/shared/errors';
import type { OfferContent } from '../content';
import type { FrozenPartner } from '../joint-offer.server';
import { listPartners } from '../partners.server';
import { getLatestSubmission, type getApplication } from '../queries.server';
import { frozenFiles } from '../slots.server';
import type { PrintedOffer } from './official-form.server';

type Application = Awaited<ReturnType<typeof getApplication>>;
type Frozen = { content: OfferContent; offeror: Record<string, unknown>; files?: { name: string; sha256: string; attachment?: string }[]; partners?: FrozenPartner[] };

/** What the printed form says: exactly what was frozen under this receipt (the last one unless said), or the draft as it stands. */
export async function printable(read: Read, application: Application, { now, origin }: { now: Date; origin: string }, receiptNumber?: string): Promise<PrintedOffer> {
  const { title, number, requiredAttachments } = await getCall(read, application.callId);
  const base = { call: { title, number }, indicators: await listIndicators(read, 'pl', dayOf(now)), madeAt: now };
  const submission = receiptNumber ? await getSubmission(read, application.id, receiptNumber) : application.status === 'draft' ? undefined : await getLatestSubmission(read, application.id);
  const files = async () => frozenFiles(await listFiles(read, 'application_attachment', application.id), requiredAttachments);
  if (!submission) {
    const partners = await Promise.all((await listPartners(read, application.id)).map(async ({ organisationId, share, shareYears, tasks }) => ({ offeror: { ...(await snapshotOf(read, organisationId)) }, share, shareYears, tasks })));
    return {
      ...base, content: application.content, offerors: [{ ...(await snapshotOf(read, application.organisationId)) }, ...partners.map(({ offeror }) => offeror)], partners, files: await files(), draftSum: sha256Hex(canonicalJson(application.content)),
    };
  }
  const links = await findReceiptLinks(read, origin, submission.receiptNumber, submission.sha256);
  const frozen = JSON.parse(submission.snapshot) as Frozen;
  return {
    ...base, content: frozen.content, offerors: [frozen.offeror, ...(frozen.partners ?? []).map(({ offeror }) => offeror)], partners: frozen.partners ?? [], files: frozen.files ?? (await files()), draftSum: submission.sha256,
    receipt: { number: submission.receiptNumber, at: submission.submittedAt, sha256: submission.sha256, check: links?.short },
  };
}

/** What was handed in under this receipt, or NotFound. */
export async function getSubmission(read: Read, applicationId: string, receiptNumber: string) {
  const { submissions } = read.t;
  const [submission] = await read.select().from(submissions).where(and(eq(submissions.applicationId, applicationId), eq(submissions.receiptNumber, receiptNumber)));
  if (!submission) throw new NotFound('receipt');
  return submission;
}
