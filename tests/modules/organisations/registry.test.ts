import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { importPublicOrganisations, registerOrganisation, returnOrganisation, saveOrganisation, saveOwnData, submitOrganisation, verifyOrganisation } from '~/modules/organisations/commands.server';
import { EditForm, OwnDataForm, RegisterForm } from '~/modules/organisations/forms';
import { countPublic, getOrganisation, getPublicOrganisation, listOrganisationsOf } from '~/modules/organisations/queries.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { problemsOf } from '~/shared/fields';
import { readPublicOrganisations } from '#db/seed/krakow/organisations';
import { eachEngine, portal } from '../../support/portal';
import { afresh, form, typed, verified } from './entries';

test('a wrong NIP, KRS or account is refused at its field', () => {
  const parsed = RegisterForm.safeParse(typed(1, { nip: '9990000009', krs: '12', account: '1' }));
  expect(parsed.success).toBe(false);
  expect(problemsOf(parsed.error as never).map(({ path, code }) => `${path} ${code}`)).toEqual(['krs krs.format', 'nip nip.check', 'account nrb.length']);
});

test('an empty form is refused at every field that must be filled', () => {
  const parsed = RegisterForm.safeParse({});
  expect(problemsOf(parsed.error as never).map(({ path }) => path)).toEqual(['name', 'legalForm', 'city', 'addressVisibility', 'email', 'ledByCommunity', 'minSignatures']);
});

eachEngine((engine) => {
  test('whoever registers an organisation becomes its owner and signatory', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const { id, slug } = await registerOrganisation(p.as(anna), form());
    expect(slug).toBe('fundacja-spotkanie-1');
    expect(await listOrganisationsOf(p.db.read, anna.id)).toEqual([{ id, slug, name: 'Fundacja Spotkanie 1', status: 'draft', role: 'owner', signatory: true }]);
    await expect(registerOrganisation(p.as({ kind: 'anonymous' }), form(2))).rejects.toBeInstanceOf(Forbidden);
  });

  test('the numbers must fit the legal form', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const refused = (more: Record<string, unknown>) => registerOrganisation(p.as(anna), form(1, more)).then(() => [], (error: { violations: { field: string; code: string }[] }) => error.violations.map(({ field }) => field));
    expect(await refused({ krs: '' })).toEqual(['krs']);
    expect(await refused({ krs: '', legalForm: 'ordinary_association' })).toEqual(['registerNumber', 'registerAuthority']);
    expect(await refused({ legalForm: 'informal_group' })).toEqual(['krs']);
    expect(await refused({ krs: '', nip: '', legalForm: 'informal_group' })).toEqual([]);
    expect(await refused({ krs: '', nip: '', legalForm: 'ordinary_association', registerNumber: '12/2025', registerAuthority: 'Prezydent Miasta Krakowa' })).toEqual([]);
  });

  test('the same KRS or NIP cannot be registered twice', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    await registerOrganisation(p.as(anna), form(1));
    await expect(registerOrganisation(p.as(anna), form(2, { krs: typed(1).krs }))).rejects.toMatchObject({ code: 'organisation.krsTaken', field: 'krs' });
    await expect(registerOrganisation(p.as(anna), form(2, { nip: typed(1).nip }))).rejects.toMatchObject({ code: 'organisation.nipTaken', field: 'nip' });
    const { slug } = await registerOrganisation(p.as(anna), form(2, { name: 'Fundacja Spotkanie 1' }));
    expect(slug).toBe('fundacja-spotkanie-1-2');
  });

  test('an entry becomes public when an officer verifies it, and not before', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const anna = await p.person();
    const { id, slug } = await registerOrganisation(p.as(anna), form(1, { next: 'submit' }));
    expect((await getOrganisation(p.db.read, id)).status).toBe('submitted');
    await expect(getPublicOrganisation(p.db.read, slug)).rejects.toBeInstanceOf(NotFound);
    const owner = await afresh(p, anna);
    await expect(verifyOrganisation(p.as(owner), id, { method: 'manual' })).rejects.toBeInstanceOf(Forbidden);
    await verifyOrganisation(p.as(officer), id, { method: 'manual' });
    expect(await getPublicOrganisation(p.db.read, slug)).toMatchObject({ name: 'Fundacja Spotkanie 1', status: 'verified' });
    await expect(verifyOrganisation(p.as(officer), id, { method: 'manual' })).rejects.toMatchObject({ code: 'wrongState' });
    const mails = await p.db.read.select({ template: p.db.t.outbox.template, to: p.db.t.outbox.toEmail }).from(p.db.t.outbox);
    expect(mails).toEqual(expect.arrayContaining([{ template: 'organisation.submitted', to: officer.email }, { template: 'organisation.verified', to: anna.email }]));
  });

  test('an officer cannot verify an organisation of their own', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id } = await registerOrganisation(p.as(officer), form(1, { next: 'submit' }));
    await expect(verifyOrganisation(p.as(await afresh(p, officer)), id, { method: 'manual' })).rejects.toMatchObject({ code: 'fourEyes' });
  });

  test('a returned entry is corrected and handed in again', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const anna = await p.person();
    const { id } = await registerOrganisation(p.as(anna), form(1, { next: 'submit' }));
    const owner = await afresh(p, anna);
    await expect(saveOrganisation(p.as(owner), id, EditForm.parse(typed(1)))).rejects.toMatchObject({ code: 'wrongState' });
    await returnOrganisation(p.as(officer), id, { reason: 'Nazwa różni się od rejestru.' });
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ status: 'needs_correction', returnReason: 'Nazwa różni się od rejestru.' });
    await saveOrganisation(p.as(owner), id, EditForm.parse(typed(1, { name: 'Fundacja Spotkania', version: '1' })));
    await expect(saveOrganisation(p.as(owner), id, EditForm.parse(typed(1, { version: '1' })))).rejects.toMatchObject({ code: 'changed' });
    await submitOrganisation(p.as(owner), id);
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ status: 'submitted', name: 'Fundacja Spotkania', returnReason: null });
  });

  test('a verified organisation changes its own words at once, but not its register data', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, slug, owner } = await verified(p, officer);
    const later = new Date('2026-04-01T09:00:00Z');
    await saveOwnData(p.as(owner, { now: later }), id, OwnDataForm.parse(typed(1, { name: 'Inna', phone: '12 000 00 00' })));
    expect(await getPublicOrganisation(p.db.read, slug)).toMatchObject({ name: 'Fundacja Spotkanie 1', phone: '12 000 00 00', confirmedAt: later });
    await expect(saveOrganisation(p.as(owner), id, EditForm.parse(typed(1)))).rejects.toMatchObject({ code: 'wrongState' });
    const stranger = await p.person();
    await expect(saveOwnData(p.as(stranger), id, OwnDataForm.parse(typed(1)))).rejects.toBeInstanceOf(Forbidden);
  });

  test('a hidden address and the account never leave the registry', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const hidden = await verified(p, officer, 1, { addressVisibility: 'hidden', account: '74999000090000000000000001' });
    const district = await verified(p, officer, 2, { addressVisibility: 'district' });
    const shown = await getPublicOrganisation(p.db.read, hidden.slug);
    expect(shown).toMatchObject({ street: null, postcode: null, district: null, city: 'Kraków' });
    expect(JSON.stringify(shown)).not.toMatch(/74999000090000000000000001|Zmyślona/);
    expect(await getPublicOrganisation(p.db.read, district.slug)).toMatchObject({ street: null, district: 'podgorze' });
  });

  test('the real organisations of public sources are entered once, each with its source', async () => {
    const p = await portal(engine);
    const facts = readPublicOrganisations();
    expect(facts).toHaveLength(43);
    expect(await importPublicOrganisations(p.as(system), facts)).toBe(43);
    expect(await importPublicOrganisations(p.as(system), facts)).toBe(0);
    expect(await countPublic(p.db.read)).toBe(43);
    expect(await getPublicOrganisation(p.db.read, 'ib-polska')).toMatchObject({
      status: 'unclaimed', legalForm: 'foundation', street: 'ul. Wrocławska 37a/320', postcode: '30-011', district: 'krowodrza', source: expect.stringContaining('https://') as string,
    });
    await expect(importPublicOrganisations(p.as(await p.person({ roles: ['admin'] })), facts)).rejects.toBeInstanceOf(Forbidden);
  });
});
