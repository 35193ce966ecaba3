import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { startApplication, submitApplication } from '~/modules/applications/commands.server';
import { attachFile } from '~/modules/files/commands.server';
import { registerOrganisation, returnOrganisation, saveOrganisation, verifyOrganisation } from '~/modules/organisations/commands.server';
import { EditForm } from '~/modules/organisations/forms';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { checkInRegister, getRegisterCheck, reaskRegister } from '~/modules/organisations/registers.server';
import { compareWithRegister, filledFrom, softened } from '~/modules/organisations/rules-of-register';
import { readExtract } from '~/modules/registers/extract';
import { recordedExtract } from '~/modules/registers/recorded';
import { Forbidden } from '~/shared/errors';
import { syntheticKrs, syntheticNip } from '~/shared/identifiers';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { afresh, form, typed, verified } from './entries';

const days = (n: number) => new Date(monday.getTime() + n * 24 * 60 * 60 * 1000);
const liquidation = { likwidacja: [{ otwarcieLikwidacji: 'UCHWAŁA' }] };
const says = (number: number, section6?: Record<string, unknown>) => {
  const extract = recordedExtract({ number, form: 'FUNDACJA', name: `FUNDACJA SPOTKANIE ${number}`, ...(section6 ? { section6 } : {}) });
  extract.odpis.dane.dzial2.reprezentacja.sklad = [{ nazwisko: { nazwiskoICzlon: 'BRZĘCZYSZCZYKIEWICZ' }, imiona: { imie: 'GRZEGORZ' }, identyfikator: { pesel: '44051401359' }, funkcjaWOrganie: 'PREZES', czyZawieszona: false }];
  return extract;
};
const mails = async (p: Portal, template: string) => (await p.db.read.select({ template: p.db.t.outbox.template }).from(p.db.t.outbox)).filter((mail) => mail.template === template).length;

/** Everything the database holds, as one text. */
async function everything(p: Portal): Promise<string> {
  const texts = [];
  for (const table of Object.values(p.db.t)) texts.push(JSON.stringify(await p.db.raw(sql`select * from ${table}`)));
  return texts.join('\n');
}

test.each([
  ['STOWARZYSZENIE MOST NA ZABŁOCIU', 'Stowarzyszenie Most na Zabłociu'], ['FUNDACJA „WSPÓLNY STÓŁ"', 'Fundacja „Wspólny Stół"'],
  ['BIELSKO-BIAŁA', 'Bielsko-Biała'], ['UL. DŁUGA 7/3', 'Ul. Długa 7/3'],
])('%s is written %s', (capitals, name) => expect(softened(capitals)).toBe(name));

test('capital letters, dashes and the word for a street make no difference', () => {
  const found = readExtract(recordedExtract({ number: 1, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE MOST-NA ZABŁOCIU' }), syntheticKrs(1));
  if (!found) throw new Error('no extract');
  const entry = { name: 'Stowarzyszenie Most na Zabłociu', legalForm: 'association' as const, nip: syntheticNip(1), regon: null, city: 'Kraków', street: 'Przykładowa 3', postcode: '30-100' };
  expect(compareWithRegister(entry, found).filter(({ same }) => !same).map(({ field }) => field)).toEqual(['regon']);
  expect(filledFrom(found)).toMatchObject({ name: 'Stowarzyszenie Most-Na Zabłociu', legalForm: 'association', krs: syntheticKrs(1), city: 'Kraków', oppStatus: 'yes' });
});

eachEngine((engine) => {
  test('an officer compares an entry with the register and verifies it by it; nobody of the board is kept', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const anna = await p.person();
    const { id } = await registerOrganisation(p.as(anna), form(1, { next: 'submit', regon: '990000022' }));
    await expect(verifyOrganisation(p.as(officer), id, { method: 'krs_api' })).rejects.toMatchObject({ code: 'register.notConfirmed', field: 'method' });
    await expect(checkInRegister(p.as(anna), () => Promise.resolve(says(1)), id)).rejects.toBeInstanceOf(Forbidden);
    expect(await checkInRegister(p.as(officer), () => Promise.resolve(says(1)), id)).toBe('active');
    const organisation = await getOrganisation(p.db.read, id);
    expect(organisation).toMatchObject({ registerStanding: 'active', registerAskedAt: monday });
    const check = await getRegisterCheck(p.db.read, organisation, 'pl');
    expect(check.compared.filter(({ same }) => !same).map(({ field }) => field)).toEqual(['regon', 'street', 'postcode']);
    expect(check.sha256).toMatch(/^[0-9a-f]{64}$/);
    await verifyOrganisation(p.as(officer), id, { method: 'krs_api' });
    const held = await everything(p);
    expect(held).toContain('FUNDACJA SPOTKANIE 1');
    expect(held).not.toMatch(/BRZĘCZYSZCZYKIEWICZ|GRZEGORZ|44051401359|sklad/i);
  });

  test('a corrected number is asked anew', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const anna = await p.person();
    const { id } = await registerOrganisation(p.as(anna), form(1, { next: 'submit' }));
    await checkInRegister(p.as(officer), () => Promise.resolve(says(1)), id);
    await returnOrganisation(p.as(officer), id, { reason: 'Zły numer KRS, popraw.' });
    const owner = await afresh(p, anna);
    await saveOrganisation(p.as(owner), id, EditForm.parse(typed(1, { krs: syntheticKrs(2), next: 'submit' })));
    const organisation = await getOrganisation(p.db.read, id);
    expect(organisation).toMatchObject({ registerStanding: 'not_asked', registerAskedAt: null });
    expect((await getRegisterCheck(p.db.read, organisation, 'pl')).compared).toEqual([]);
    await expect(verifyOrganisation(p.as(officer), id, { method: 'krs_api' })).rejects.toMatchObject({ code: 'register.notConfirmed' });
  });

  test('when the register is silent nothing changes, and the officer goes on by hand', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const anna = await p.person();
    const { id } = await registerOrganisation(p.as(anna), form(1, { next: 'submit' }));
    await expect(checkInRegister(p.as(officer), () => Promise.reject(new Error('down')), id)).rejects.toMatchObject({ code: 'register.silent' });
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ registerStanding: 'not_asked', registerAskedAt: null });
    await verifyOrganisation(p.as(officer), id, { method: 'manual' });
    expect((await getOrganisation(p.db.read, id)).status).toBe('verified');
  });

  test('liquidation is told to every officer once', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    await p.person({ roles: ['officer'] });
    const { id } = await verified(p, officer, 1);
    let answer = says(1);
    const provider = () => Promise.resolve(answer);
    expect((await reaskRegister(p.as(system), provider)).compared).toBe(1);
    expect((await reaskRegister(p.as(system, { now: days(6) }), provider)).compared).toBe(0);
    answer = says(1, liquidation);
    expect((await reaskRegister(p.as(system, { now: days(7) }), provider)).compared).toBe(1);
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ registerStanding: 'in_liquidation', registerAskedAt: days(7), status: 'verified' });
    expect(await mails(p, 'organisation.registerAlarm')).toBe(2);
    await checkInRegister(p.as(officer, { now: days(9) }), provider, id);
    expect((await reaskRegister(p.as(system, { now: days(20) }), provider)).compared).toBe(1);
    expect(await mails(p, 'organisation.registerAlarm')).toBe(2);
  });

  test('an organisation in liquidation neither begins an offer nor hands one in', async () => {
    const p = await portal(engine);
    const call = await announced(p);
    const { id, owner } = await verified(p, call.officer, 1);
    const { id: offer } = await completeOffer(p, { callId: call.callId, organisationId: id, editor: owner });
    const provider = () => Promise.resolve(says(1, liquidation));
    await checkInRegister(p.as(call.officer), provider, id);
    await expect(submitApplication(p.as(owner), offer)).rejects.toMatchObject({ code: 'register.blocks' });
    const other = await announced(p, { officer: call.officer });
    await expect(startApplication(p.as(owner), { callId: other.callId, organisationId: id })).rejects.toMatchObject({ code: 'register.blocks', field: 'organisationId' });
  });

  test('a register that is down is left alone after three tries, and one bad answer holds up nobody', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    for (let n = 1; n <= 5; n += 1) await verified(p, officer, n);
    let asked = 0;
    const down = () => Promise.reject(new Error(`down ${(asked += 1)}`));
    expect((await reaskRegister(p.as(system), down)).compared).toBe(0);
    expect(asked).toBe(3);
    const odd = (krs: string) => Promise.resolve(krs === syntheticKrs(1) ? 'garbage' : says(Number(krs) - Number(syntheticKrs(0))));
    expect((await reaskRegister(p.as(system, { now: days(1) }), odd)).compared).toBe(4);
    expect((await reaskRegister(p.as(system, { now: new Date(days(1).getTime() + 60 * 60 * 1000) }), () => Promise.reject(new Error('asked again')))).compared).toBe(0);
    await expect(reaskRegister(p.as(await p.person()), odd)).rejects.toBeInstanceOf(Forbidden);
  });

  test('without a KRS number a document or a written reason is needed', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const anna = await p.person();
    const record = { krs: '', nip: '', legalForm: 'ordinary_association', registerNumber: '12/2025', registerAuthority: 'Prezydent Miasta Krakowa', next: 'submit' };
    const { id } = await registerOrganisation(p.as(anna), form(1, record));
    await expect(verifyOrganisation(p.as(officer), id, { method: 'manual' })).rejects.toMatchObject({ code: 'organisation.reasonNeeded', field: 'reason' });
    await expect(verifyOrganisation(p.as(officer), id, { method: 'extract_upload' })).rejects.toMatchObject({ code: 'organisation.evidenceMissing', field: 'method' });
    await expect(verifyOrganisation(p.as(officer), id, { method: 'krs_api' })).rejects.toMatchObject({ code: 'register.notConfirmed' });
    await expect(checkInRegister(p.as(officer), () => Promise.resolve(undefined), id)).rejects.toMatchObject({ code: 'organisation.noKrs' });
    const owner = await afresh(p, anna);
    const subject = { purpose: 'organisation_evidence' as const, subjectId: id, organisationId: id };
    await attachFile(p.as(owner), subject, { storageKey: 'k'.repeat(26), name: 'wyciag.pdf', type: 'application/pdf', size: 10, sha256: 'a' });
    expect((await getRegisterCheck(p.db.read, await getOrganisation(p.db.read, id), 'pl')).evidence).toMatchObject([{ name: 'wyciag.pdf' }]);
    await verifyOrganisation(p.as(officer), id, { method: 'extract_upload' });
    const { id: other } = await registerOrganisation(p.as(anna), form(2, record));
    await verifyOrganisation(p.as(officer), other, { method: 'manual', reason: 'Sprawdzono w ewidencji Urzędu.' });
    expect(await getOrganisation(p.db.read, other)).toMatchObject({ status: 'verified', verificationNote: 'Sprawdzono w ewidencji Urzędu.' });
  });
});
