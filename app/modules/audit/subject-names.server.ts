import { inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';

type Named = { subjectKind: string; subjectId: string };

/** What the things that events speak of are called, by kind and id; things without a name keep their kind. */
export async function subjectNames(read: Read, events: readonly Named[]): Promise<Map<string, string>> {
  const { people, organisations, calls, applications, agreements, awards, consultations, smallGrants, localInitiatives } = read.t;
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
    local_initiative: (ids: string[]) => read.select({ id: localInitiatives.id, name: localInitiatives.title }).from(localInitiatives).where(inArray(localInitiatives.id, ids)),
    agreement: (ids: string[]) => read.select({ id: agreements.id, name: agreements.number }).from(agreements).where(inArray(agreements.id, ids)),
    consultation: async (ids: string[]) => {
      const rows = await read.select({ id: consultations.id, titles: consultations.titles }).from(consultations).where(inArray(consultations.id, ids));
      return rows.map(({ id, titles }) => ({ id, name: titles.pl }));
    },
  };
  for (const [kind, find] of Object.entries(ask)) {
    const ids = idsOf(kind);
    if (ids.length > 0) put(kind, await find(ids));
  }
  return names;
}
