import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { importPublicOrganisations, returnOrganisation, saveOrganisation, verifyOrganisation } from '~/modules/organisations/commands.server';
import { claimEntry, findOwnClaim, getClaim, grantClaim, listOpenClaims, refuseClaim, withdrawClaim } from '~/modules/organisations/claims.server';
import { EditForm } from '~/modules/organisations/forms';
import { listHistory } from '~/modules/organisations/history.server';
import { getOrganisation, getPublicOrganisation, listMembers, listOrganisationsForOffice } from '~/modules/organisations/queries.server';
import { Forbidden, TooMany } from '~/shared/errors';
import { eachEngine, monday, portal } from '../../support/portal';
import { afresh, typed } from './entries';

const words = { position: 'członkini zarządu', justification: 'Mój adres służbowy jest na stronie organizacji.' };

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    await importPublicOrganisations(p.as(system), [
      { slug: 'fundacja-z-listy', name: 'Fundacja z Listy', nameEn: null, legalForm: 'foundation', website: 'https://lista.example.org', street: null, postcode: null, district: null, fields: [], targetGroups: [], communities: [], source: 'https://example.org', note: null },
    ]);
    const { id } = await getPublicOrganisation(p.db.read, 'fundacja-z-listy');
    return { p, officer, id, anna: await p.person(), ewa: await p.person() };
  }
  const mailsTo = async (p: Awaited<ReturnType<typeof portal>>, template: string) => (await p.db.read.select().from(p.db.t.outbox)).filter((mail) => mail.template === template).map(({ toEmail }) => toEmail);

  test('a granted claim makes an owner, and the entry stays public until it is verified and after', async () => {
    const { p, officer, id, anna } = await scene();
    const claim = await claimEntry(p.as(anna), id, words);
    expect(await listOpenClaims(p.db.read)).toMatchObject([{ id: claim, rivals: 0 }]);
    expect(await mailsTo(p, 'claim.made')).toEqual([officer.email]);
    await expect(grantClaim(p.as(anna), claim)).rejects.toThrow(Forbidden);
    await grantClaim(p.as(officer), claim);
    expect(await listMembers(p.db.read, id)).toMatchObject([{ personId: anna.id, role: 'owner' }]);
    expect(await getPublicOrganisation(p.db.read, 'fundacja-z-listy')).toMatchObject({ status: 'claimed' });
    const owner = await afresh(p, anna);
    await saveOrganisation(p.as(owner), id, EditForm.parse(typed(1, { name: 'Fundacja z Listy', next: 'submit' })));
    expect(await getPublicOrganisation(p.db.read, 'fundacja-z-listy')).toMatchObject({ status: 'claimed_submitted' });
    expect((await listOrganisationsForOffice(p.db.read, { status: 'submitted' })).map((one) => one.id)).toEqual([id]);
    await returnOrganisation(p.as(officer), id, { reason: 'Brakuje opisu po polsku, dopisz go.' });
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ status: 'claimed', returnReason: 'Brakuje opisu po polsku, dopisz go.' });
    await saveOrganisation(p.as(owner), id, EditForm.parse(typed(1, { name: 'Fundacja z Listy', next: 'submit' })));
    await verifyOrganisation(p.as(officer), id, { method: 'manual' });
    expect(await getPublicOrganisation(p.db.read, 'fundacja-z-listy')).toMatchObject({ status: 'verified' });
    const kinds = (await listHistory(p.db.read, { id, safeMode: false })).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['claimed', 'edited', 'listed', 'verified']);
  });

  test('of two claims at once one is granted; the other ends with a letter', async () => {
    const { p, officer, id, anna, ewa } = await scene();
    const [first, second] = [await claimEntry(p.as(anna), id, words), await claimEntry(p.as(ewa), id, words)];
    expect((await listOpenClaims(p.db.read)).map(({ rivals }) => rivals)).toEqual([1, 1]);
    const results = await Promise.allSettled([grantClaim(p.as(officer), first), grantClaim(p.as(officer), second)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await listMembers(p.db.read, id)).toHaveLength(1);
    const claims = [await getClaim(p.db.read, first), await getClaim(p.db.read, second)];
    expect(claims.map(({ status }) => status).toSorted()).toEqual(['granted', 'refused']);
    expect(await mailsTo(p, 'claim.taken')).toEqual([claims.find(({ status }) => status === 'refused')?.personEmail]);
  });

  test('a refused claim tells why and may be made again; an open one may not', async () => {
    const { p, officer, id, anna } = await scene();
    const claim = await claimEntry(p.as(anna), id, words);
    await expect(claimEntry(p.as(anna), id, words)).rejects.toMatchObject({ code: 'claim.already' });
    await refuseClaim(p.as(officer), claim, { reason: 'Nie ma Pani na stronie organizacji.' });
    expect(await findOwnClaim(p.db.read, id, anna.id)).toMatchObject({ status: 'refused', reason: 'Nie ma Pani na stronie organizacji.' });
    expect(await mailsTo(p, 'claim.refused')).toEqual([anna.email]);
    const again = await claimEntry(p.as(anna, { now: new Date(monday.getTime() + 1000) }), id, words);
    await expect(withdrawClaim(p.as(await p.person()), again)).rejects.toThrow(Forbidden);
    await withdrawClaim(p.as(anna), again);
    await expect(grantClaim(p.as(officer), again)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('an officer does not grant a claim of their own, nobody unknown claims, and an owned entry cannot be claimed', async () => {
    const { p, officer, id, anna, ewa } = await scene();
    const own = await claimEntry(p.as(officer), id, words);
    await expect(grantClaim(p.as(officer), own)).rejects.toMatchObject({ code: 'fourEyes' });
    await expect(claimEntry(p.as({ kind: 'anonymous' }), id, words)).rejects.toThrow(Forbidden);
    await grantClaim(p.as(officer), await claimEntry(p.as(anna), id, words));
    await expect(claimEntry(p.as(ewa), id, words)).rejects.toMatchObject({ code: 'claim.notOpen' });
  });

  test('one person cannot flood the City with claims', async () => {
    const { p, id, anna } = await scene();
    for (let i = 0; i < 5; i += 1) await withdrawClaim(p.as(anna), await claimEntry(p.as(anna), id, words));
    await expect(claimEntry(p.as(anna), id, words)).rejects.toThrow(TooMany);
  });
});
