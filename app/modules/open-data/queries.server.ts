import { asc, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { listPublicInitiatives } from '~/modules/agreements/queries.server';
import { callStatuses, isPublic as isPublicCall } from '~/modules/calls/rules';
import { isPublic } from '~/modules/organisations/rules';
import { paidUnder } from '~/modules/payments/queries.server';
import type { PublishedAward } from './giving';

/** Every award whose results are published, with what was agreed and paid since. */
export async function listPublishedAwards(read: Read): Promise<PublishedAward[]> {
  const { priorityAreas } = read.t;
  const initiatives = await listPublicInitiatives(read);
  const paid = await paidUnder(read, initiatives.flatMap(({ agreementId }) => agreementId ?? []));
  const areas = await read.select({ code: priorityAreas.code, names: priorityAreas.names }).from(priorityAreas);
  return initiatives.map((row) => ({
    number: row.number, title: row.title, content: row.content, requested: row.requested, amount: row.amount, orderDate: row.orderDate,
    paid: paid.get(row.agreementId ?? '') ?? null,
    organisation: {
      id: row.organisationId, name: row.organisationName, krs: row.krs, regon: row.regon, nip: row.nip,
      slug: isPublic(row.organisationStatus) ? row.organisationSlug : null,
    },
    call: { number: row.callNumber, slug: row.callSlug, title: row.callTitle, area: { code: row.taskArea, name: areas.find(({ code }) => code === row.taskArea)?.names.pl ?? null } },
    agreed: row.startDate && row.endDate ? { startDate: row.startDate, endDate: row.endDate } : null,
    changes: [row.resultsPublishedAt, row.answeredAt, row.citySignedAt, row.settledAt],
  }));
}

/** Calls that everybody may read, in the order of their numbers. */
export function listOpenCalls(read: Read) {
  const { calls: c } = read.t;
  return read
    .select({
      number: c.number, slug: c.slug, title: c.title, status: c.status, taskArea: c.taskArea, budget: c.budget, minGrant: c.minGrant, maxGrant: c.maxGrant,
      openedAt: c.openedAt, closesAt: c.closesAt, taskFrom: c.taskFrom, taskTo: c.taskTo, resultsPublishedAt: c.resultsPublishedAt,
    })
    .from(c)
    .where(inArray(c.status, callStatuses.filter(isPublicCall)))
    .orderBy(asc(c.number));
}
