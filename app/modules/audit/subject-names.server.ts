import { eq, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';

type Named = { subjectKind: string; subjectId: string };

/** What the things that events speak of are called, by kind and id; things without a name keep their kind. */
export async function subjectNames(read: Read, events: readonly Named[]): Promise<Map<string, string>> {
  const { people, organisations, calls, applications, agreements, awards, consultations, smallGrants, localInitiatives, proposals } = read.t;
  const { consultationComments, reports, instalments, repayments, files, callAlerts, reviews, invitations, organisationImports, savedSearches } = read.t;
  const names = new Map<string, string>();
  const idsOf = (kind: string) => [...new Set(events.filter((event) => event.subjectKind === kind).map((event) => event.subjectId))];
  const put = (kind: string, rows: { id: string; name: string }[]) => rows.forEach(({ id, name }) => names.set(`${kind} ${id}`, name));
  const ask = {
    person: (ids: string[]) => read.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
    organisation: (ids: string[]) => read.select({ id: organisations.id, name: organisations.name }).from(organisations).where(inArray(organisations.id, ids)),
    call: (ids: string[]) => read.select({ id: calls.id, name: calls.title }).from(calls).where(inArray(calls.id, ids)),
    application: (ids: string[]) => read.select({ id: applications.id, name: applications.title }).from(applications).where(inArray(applications.id, ids)),
    award: (ids: string[]) => read.select({ id: awards.id, name: awards.number }).from(awards).where(inArray(awards.id, ids)),
    small_grant: (ids: string[]) => read.select({ id: smallGrants.id, name: smallGrants.title }).from(smallGrants).where(inArray(smallGrants.id, ids)),
    proposal: (ids: string[]) => read.select({ id: proposals.id, name: proposals.title }).from(proposals).where(inArray(proposals.id, ids)),
    local_initiative: (ids: string[]) => read.select({ id: localInitiatives.id, name: localInitiatives.title }).from(localInitiatives).where(inArray(localInitiatives.id, ids)),
    agreement: (ids: string[]) => read.select({ id: agreements.id, name: agreements.number }).from(agreements).where(inArray(agreements.id, ids)),
    consultation: async (ids: string[]) => {
      const rows = await read.select({ id: consultations.id, titles: consultations.titles }).from(consultations).where(inArray(consultations.id, ids));
      return rows.map(({ id, titles }) => ({ id, name: titles.pl }));
    },
    comment: async (ids: string[]) => {
      const rows = await read
        .select({ id: consultationComments.id, number: consultationComments.number, titles: consultations.titles })
        .from(consultationComments).innerJoin(consultations, eq(consultations.id, consultationComments.consultationId)).where(inArray(consultationComments.id, ids));
      return rows.map(({ id, number, titles }) => ({ id, name: [titles.pl, number].filter(Boolean).join(' · ') }));
    },
    report: (ids: string[]) => read.select({ id: reports.id, name: agreements.number }).from(reports).innerJoin(agreements, eq(agreements.id, reports.agreementId)).where(inArray(reports.id, ids)),
    instalment: async (ids: string[]) => {
      const rows = await read
        .select({ id: instalments.id, position: instalments.position, agreement: agreements.number })
        .from(instalments).innerJoin(agreements, eq(agreements.id, instalments.agreementId)).where(inArray(instalments.id, ids));
      return rows.map(({ id, position, agreement }) => ({ id, name: `${agreement} · ${position}` }));
    },
    repayment: (ids: string[]) => read.select({ id: repayments.id, name: agreements.number }).from(repayments).innerJoin(agreements, eq(agreements.id, repayments.agreementId)).where(inArray(repayments.id, ids)),
    file: (ids: string[]) => read.select({ id: files.id, name: files.name }).from(files).where(inArray(files.id, ids)),
    alert: async (ids: string[]) => {
      const rows = await read.select({ id: callAlerts.id, email: callAlerts.email }).from(callAlerts).where(inArray(callAlerts.id, ids));
      return rows.map(({ id, email }) => ({ id, name: veiled(email) }));
    },
    import: (ids: string[]) => read.select({ id: organisationImports.id, name: organisationImports.fileName }).from(organisationImports).where(inArray(organisationImports.id, ids)),
    search: async (ids: string[]) => {
      const rows = await read.select({ id: savedSearches.id, email: savedSearches.email }).from(savedSearches).where(inArray(savedSearches.id, ids));
      return rows.map(({ id, email }) => ({ id, name: veiled(email) }));
    },
    review: (ids: string[]) => read.select({ id: reviews.id, name: applications.title }).from(reviews).innerJoin(applications, eq(applications.id, reviews.applicationId)).where(inArray(reviews.id, ids)),
    invitation: (ids: string[]) => read.select({ id: invitations.id, name: organisations.name }).from(invitations).innerJoin(organisations, eq(organisations.id, invitations.organisationId)).where(inArray(invitations.id, ids)),
    // A key and a year are their own names.
    receipt_key: async (ids: string[]) => ids.map((id) => ({ id, name: id })),
    indicator: async (ids: string[]) => {
      const { programmeIndicators: i } = read.t;
      const rows = await read.select({ id: i.code, names: i.names }).from(i).where(inArray(i.code, ids));
      return rows.map(({ id, names: inEach }) => ({ id, name: inEach.pl }));
    },
    programme: async (ids: string[]) => ids.filter((id) => /^\d{4}$/.test(id)).map((id) => ({ id, name: id })),
  };
  for (const [kind, find] of Object.entries(ask)) {
    const ids = idsOf(kind);
    if (ids.length > 0) put(kind, await find(ids));
  }
  return names;
}

/** Enough of an address to tell two alerts apart, and not whose they are. */
const veiled = (email: string) => `${email.slice(0, 1)}…@${email.split('@')[1] ?? ''}`;
