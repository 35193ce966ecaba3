import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { refuse } from '~/access/authorise';

/** Makes one of the rows both entries have where the database takes one for each organisation, before the rows of one follow into the other. */
export async function settleClashes(tx: Tx, from: string, to: string): Promise<void> {
  await joinParts(tx, from, to);
  await joinProposals(tx, from, to);
}

/** Parts of both in one joint offer become one part; a part in an offer that the other files falls back to the one that files it. What was handed in stays frozen as it was. */
async function joinParts(tx: Tx, from: string, to: string) {
  const { coOfferors, applications } = tx.t;
  const rows = await tx
    .select({ filer: applications.organisationId, part: coOfferors })
    .from(coOfferors)
    .innerJoin(applications, eq(applications.id, coOfferors.applicationId))
    .where(inArray(coOfferors.organisationId, [from, to]));
  const one = (applicationId: string, organisationId: string) => and(eq(coOfferors.applicationId, applicationId), eq(coOfferors.organisationId, organisationId));
  for (const { filer, part } of rows) {
    const id = part.applicationId;
    if ([from, to].includes(filer)) {
      await tx.delete(coOfferors).where(one(id, part.organisationId));
      continue;
    }
    const theirs = rows.find((other) => other.part.applicationId === id && other.part.organisationId === to)?.part;
    if (part.organisationId !== from || !theirs) continue;
    await tx.delete(coOfferors).where(one(id, from));
    if (part.status === 'declined') continue;
    const { share, shareYears, tasks, status, answeredBy, answeredAt } = part;
    const joined = theirs.status === 'declined'
      ? { share, shareYears, tasks, status, answeredBy, answeredAt, reason: part.reason }
      : {
          share: share + theirs.share, shareYears: addYears(theirs.shareYears, shareYears), tasks: [theirs.tasks, tasks].join('\n\n'),
          // Both said yes, or the whole is asked anew.
          ...(status === 'accepted' && theirs.status === 'accepted' ? {} : { status: 'invited' as const, answeredBy: null, answeredAt: null }),
        };
    await tx.update(coOfferors).set(joined).where(one(id, to));
  }
}

type Years = Tx['t']['coOfferors']['$inferSelect']['shareYears'];

function addYears(one: Years, other: Years): Years {
  if (!one || !other) return one ?? other;
  const keys = Object.keys({ ...one, ...other }) as (keyof typeof one)[];
  return Object.fromEntries(keys.map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]));
}

/** Of two candidates proposed to one committee the appointed one's proposal stays; both must have been decided on. */
async function joinProposals(tx: Tx, from: string, to: string) {
  const { committeeProposals: p } = tx.t;
  const rows = await tx.select({ id: p.id, callId: p.callId, organisationId: p.organisationId, status: p.status }).from(p).where(inArray(p.organisationId, [from, to]));
  for (const theirs of rows.filter(({ organisationId }) => organisationId === from)) {
    const own = rows.find(({ callId, organisationId }) => organisationId === to && callId === theirs.callId);
    if (!own) continue;
    refuse([own.status, theirs.status].includes('proposed') ? 'merge.proposals' : null);
    await tx.delete(p).where(eq(p.id, theirs.status === 'appointed' && own.status !== 'appointed' ? own.id : theirs.id));
  }
}
