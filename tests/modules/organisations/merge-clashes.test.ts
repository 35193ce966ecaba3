import { eq } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { invitePartner, answerPartnership, listPartners } from '~/modules/applications/partners.server';
import { MergeForm } from '~/modules/organisations/forms-of-life';
import { mergeEntries } from '~/modules/organisations/merges.server';
import { newId } from '~/shared/ids';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { verified } from './entries';

test('every key that takes one row for an organisation is one a merge knows how to settle', () => {
  const sql = readFileSync('db/migrations/sqlite/0000_portal.sql', 'utf8');
  const tables = [...sql.matchAll(/CREATE TABLE `(\w+)` \(([\s\S]*?)\n\);/g)].filter(([, , body]) => /PRIMARY KEY\([^)]*`organisation_id`/.test(body!) || /`organisation_id`[^\n]*PRIMARY KEY/.test(body!)).map(([, name]) => name);
  const unique = [...sql.matchAll(/CREATE UNIQUE INDEX `\w+` ON `(\w+)` \([^)]*`organisation_id`/g)].map(([, name]) => name);
  expect([...new Set([...tables, ...unique])].toSorted()).toEqual(['co_offerors', 'committee_proposals', 'confirmation_notices', 'memberships', 'organisation_facets']);
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const [filer, kept, merged] = [await verified(p, officer, 1), await verified(p, officer, 2), await verified(p, officer, 3)];
    const merge = (one: { id: string }, other: { id: string }) => mergeEntries(p.as(officer), one.id, other.id, MergeForm.parse({ reason: 'Jedna organizacja.' }));
    const { id } = await completeOffer(p, { callId, organisationId: filer.id, editor: filer.owner });
    for (const [i, { id: organisationId }] of [kept, merged].entries()) await invitePartner(p.as(filer.owner), id, { organisationId, share: 100_000, shareYears: { y1: 60_000, y2: 40_000 }, tasks: `Zadanie ${i}` });
    const accept = ({ id: organisationId, owner }: typeof kept) => answerPartnership(p.as(owner), id, { organisationId, share: 100_000, shareYears: { y1: 60_000, y2: 40_000 }, answer: 'accepted' });
    return { p, callId, id, filer, kept, merged, merge, accept };
  }

  test('two partners of one offer become one, which accepts the whole anew unless both had accepted', async () => {
    const { p, id, kept, merged, merge, accept } = await scene();
    await accept(kept);
    await merge(kept, merged);
    expect(await listPartners(p.db.read, id)).toMatchObject([{ organisationId: kept.id, status: 'invited', share: 200_000, shareYears: { y1: 120_000, y2: 80_000 }, tasks: 'Zadanie 0\n\nZadanie 1' }]);
  });

  test('both accepted stays accepted; who files the offer with itself makes it alone', async () => {
    const { p, id, filer, kept, merged, merge, accept } = await scene();
    await accept(kept);
    await accept(merged);
    await merge(kept, merged);
    expect(await listPartners(p.db.read, id)).toMatchObject([{ status: 'accepted', share: 200_000 }]);
    await merge(filer, kept);
    expect(await listPartners(p.db.read, id)).toEqual([]);
  });

  test('candidates of both for one committee are decided on first; then the appointed one stays', async () => {
    const { p, callId, kept, merged, merge } = await scene();
    const { committeeProposals: proposals } = p.db.t;
    const row = (organisationId: string, status: 'proposed' | 'appointed' | 'rejected', by: string) => ({ id: newId(), callId, organisationId, status, proposedBy: by, proposedAt: monday });
    await p.db.tx((tx) => tx.insert(proposals).values([row(kept.id, 'proposed', kept.owner.id), row(merged.id, 'appointed', merged.owner.id)]));
    await expect(merge(kept, merged)).rejects.toMatchObject({ code: 'merge.proposals' });
    await p.db.tx((tx) => tx.update(proposals).set({ status: 'rejected' }).where(eq(proposals.organisationId, kept.id)));
    await merge(kept, merged);
    expect(await p.db.read.select({ organisationId: proposals.organisationId, status: proposals.status }).from(proposals)).toEqual([{ organisationId: kept.id, status: 'appointed' }]);
  });
});
