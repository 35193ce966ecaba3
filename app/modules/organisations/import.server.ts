import { inArray } from 'drizzle-orm';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import type { TargetGroup, TaskField } from '~/modules/programme/lists';
import { newId } from '~/shared/ids';
import { polishSortKey } from '~/shared/text';
import type { LegalForm } from './content';
import { searchColumn, writeFacets } from './entry.server';
import { noteChange } from './history.server';

/** What a public source says of an organisation that has not come to the portal itself. */
export type PublicFacts = {
  slug: string;
  name: string;
  nameEn: string | null;
  legalForm: LegalForm;
  website: string | null;
  street: string | null;
  postcode: string | null;
  district: string | null;
  fields: TaskField[];
  targetGroups: TargetGroup[];
  communities: string[];
  source: string;
  note: string | null;
};

/** Enters organisations known from public sources, each once; gives how many were new. */
export async function importPublicOrganisations(context: Context, facts: readonly PublicFacts[]): Promise<number> {
  const { db, actor, now } = context;
  authorise(actor, 'organisation.import', {});
  return db.tx(async (tx) => {
    const { organisations } = tx.t;
    const known = await tx.select({ slug: organisations.slug }).from(organisations).where(inArray(organisations.slug, facts.map(({ slug }) => slug)));
    const fresh = facts.filter(({ slug }) => !known.some((one) => one.slug === slug));
    for (const { slug, name, nameEn, note, ...rest } of fresh) {
      const id = newId();
      const entry = {
        ...rest, name, names: nameEn && nameEn !== name ? { en: nameEn } : {}, shortName: null, descriptions: {}, addressVisibility: 'full' as const,
        communityRoles: [], languages: [], safeMode: false,
      };
      await tx.insert(organisations).values({
        id, slug, status: 'unclaimed', ...entry, nameKey: polishSortKey(name), searchText: searchColumn(entry), city: 'Kraków',
        ledByCommunity: 'not_stated', representation: { minSignatures: 1, text: '' }, sourceNote: note, createdAt: now,
      });
      await writeFacets(tx, id, entry);
      await noteChange(tx, context, id, 'listed');
      await record(tx, context, { event: 'organisation.imported', subject: { kind: 'organisation', id } });
    }
    return fresh.length;
  });
}
