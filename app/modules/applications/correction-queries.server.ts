import { and, asc, desc, eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { legalRule } from '~/modules/programme/queries.server';
import { dayOf } from '~/shared/time';
import { offerSections, type OfferContent, type OfferSection } from './content';
import { cityClock, type CityClock, type Waiting } from './correction-clock';

/** What the City questions in an offer, in the order of the form. */
export async function listQuestions(read: Read, applicationId: string) {
  const { correctionQuestions: asked } = read.t;
  const found = await read
    .select({ id: asked.id, section: asked.section, place: asked.place, code: asked.code, words: asked.words, answer: asked.answer })
    .from(asked)
    .where(eq(asked.applicationId, applicationId))
    .orderBy(asc(asked.askedAt), asc(asked.id));
  const order = ({ section }: { section: OfferSection }) => offerSections.indexOf(section);
  return found.toSorted((a, b) => order(a) - order(b));
}
export type Question = Awaited<ReturnType<typeof listQuestions>>[number];

/** The places of a section that a call for correction opens. */
export async function openPlaces(read: Read, applicationId: string, section: OfferSection): Promise<string[]> {
  return (await listQuestions(read, applicationId)).filter((one) => one.section === section).map(({ place }) => place);
}

/** The newest hand-in of one kind: the offer itself, or its correction. */
export async function findHandIn(read: Read, applicationId: string, kind: 'original' | 'correction') {
  const { submissions } = read.t;
  const [found] = await read
    .select({ at: submissions.submittedAt, number: submissions.receiptNumber, snapshot: submissions.snapshot })
    .from(submissions)
    .where(and(eq(submissions.applicationId, applicationId), eq(submissions.kind, kind)))
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(1);
  return found && { at: found.at, number: found.number, content: (JSON.parse(found.snapshot) as { content: OfferContent }).content };
}

type Checked = { id: string; status: string; correctionAskedAt: Date | null; correctionDueAt: Date | null };

/** The time the organisation has or had for its correction, or null where none was asked for. */
export async function findWaiting(read: Read, { id, correctionAskedAt, correctionDueAt }: Checked): Promise<Waiting | null> {
  if (!correctionAskedAt || !correctionDueAt) return null;
  const handedIn = await findHandIn(read, id, 'correction');
  return { askedAt: correctionAskedAt, dueAt: correctionDueAt, handedInAt: handedIn?.at ?? null };
}

/** The City's clock on the formal check of an offer, or null where the check is over or has not begun. */
export async function findCityClock(read: Read, application: Checked, closesAt: Date, now: Date): Promise<CityClock | null> {
  if (application.status !== 'formal_check' && application.status !== 'correction_requested') return null;
  const days = await legalRule(read, 'FORMAL_CHECK', dayOf(closesAt));
  return cityClock({ from: closesAt, days, waiting: await findWaiting(read, application), now });
}
