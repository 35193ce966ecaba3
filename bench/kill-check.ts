import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/open.server';
import { firstBrokenEvent } from '~/modules/audit/queries.server';
import { sha256Hex } from '~/shared/canonical-json';
import { integrity, openAgain, type Ready } from './kill-scene';

/** What a client was told: the receipt it saw, and the key it sent. */
export type Told = Ready & { key: string; receipt: string; sha256: string; cutAt: Date | undefined };

export type Findings = { whole: number; savedBeforeCut: number; lost: string[]; halfSaved: string[]; twice: string[]; other: string[] };

/** Opens the file and looks for every acknowledged submission in all the places where it must be. */
export async function check(file: string, offers: readonly Ready[], told: readonly Told[]): Promise<Findings> {
  const db = await openAgain(file);
  const findings: Findings = { whole: 0, savedBeforeCut: 0, lost: [], halfSaved: [], twice: [], other: [] };
  for (const offer of offers) {
    const answer = told.find(({ applicationId }) => applicationId === offer.applicationId);
    const found = await traces(db, offer);
    const { count, missing } = found;
    if (answer?.cutAt && found.at && found.at < answer.cutAt) findings.savedBeforeCut += 1;
    if (answer && count === 0) findings.lost.push(`${offer.title}: acknowledged as ${answer.receipt}, nothing kept`);
    else if (missing.length > 0 && count > 0) findings.halfSaved.push(`${offer.title}: ${missing.join(', ')}`);
    else if (answer && (answer.receipt !== found.receipt || answer.sha256 !== found.sha256)) findings.lost.push(`${offer.title}: acknowledged as ${answer.receipt}, kept as ${found.receipt}`);
    else if (count > 0) findings.whole += 1;
  }
  const { submissions, counters, requestKeys } = db.t;
  const numbers = (await db.read.select({ number: submissions.receiptNumber }).from(submissions)).map(({ number }) => number);
  findings.twice = numbers.filter((number, i) => numbers.indexOf(number) !== i);
  const [counter] = await db.read.select({ value: counters.value }).from(counters).where(eq(counters.name, 'receipt'));
  if ((counter?.value ?? 0) !== numbers.length) findings.other.push(`the counter of receipts stands at ${counter?.value ?? 0}, there are ${numbers.length}`);
  const keys = new Set((await db.read.select({ key: requestKeys.key }).from(requestKeys)).map(({ key }) => key));
  for (const { key, title } of told) if (!keys.has(key)) findings.halfSaved.push(`${title}: its key is not spent`);
  const broken = await firstBrokenEvent(db.read);
  if (broken !== null) findings.other.push(`the audit chain is broken at ${broken}`);
  const said = await integrity(db);
  if (said !== 'ok') findings.other.push(`integrity_check: ${said}`);
  await db.close();
  return findings;
}

/** Every trace that one submission leaves, and what is missing of them. */
async function traces(db: Database, { applicationId, email }: Ready) {
  const { applications, submissions, events, outbox } = db.t;
  const [application] = await db.read.select().from(applications).where(eq(applications.id, applicationId));
  const frozen = await db.read.select().from(submissions).where(eq(submissions.applicationId, applicationId));
  const recorded = await db.read.select().from(events).where(and(eq(events.subjectId, applicationId), eq(events.event, 'application.submitted')));
  const mails = await db.read.select().from(outbox).where(and(eq(outbox.toEmail, email), eq(outbox.template, 'application.received')));
  const [submission] = frozen;
  const snapshot = submission ? (JSON.parse(submission.snapshot) as { receiptNumber: string; applicationId: string; content: unknown }) : undefined;
  const handedIn = application?.status === 'submitted';
  const receipt = submission?.receiptNumber ?? '';
  const sha256 = submission?.sha256 ?? '';
  const wanted: [string, boolean][] = [
    ['the status', handedIn],
    ['one submission', frozen.length === 1],
    ['its number on the application', application?.receiptNumber === receipt && application.submittedAt?.getTime() === submission?.submittedAt.getTime()],
    ['its number in the snapshot', snapshot?.receiptNumber === receipt && snapshot.applicationId === applicationId],
    ['the digest of the snapshot', sha256Hex(submission?.snapshot ?? '') === sha256],
    ['the content as it was written', JSON.stringify(sorted(snapshot?.content)) === JSON.stringify(sorted(application?.content))],
    ['one event', recorded.length === 1 && recorded[0]?.detail.receipt === receipt && recorded[0]?.detail.sha256 === sha256],
    ['one mail', mails.length === 1 && mails[0]?.params.number === receipt && mails[0]?.params.hash === sha256],
  ];
  return {
    at: submission?.submittedAt,
    receipt,
    sha256,
    count: (handedIn ? 1 : 0) + frozen.length + recorded.length + mails.length,
    missing: wanted.filter(([, there]) => !there).map(([what]) => what),
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
}
