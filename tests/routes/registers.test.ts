import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { attachEvidence } from '~/http/uploads/evidence.server';
import { languages } from '~/i18n/messages';
import { registerOrganisation } from '~/modules/organisations/commands.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import * as myOrganisation from '~/routes/applicant/my-organisation';
import * as patronage from '~/routes/applicant/patronage';
import * as register from '~/routes/applicant/register';
import * as officeOrganisation from '~/routes/office/organisation';
import * as becomeAnAssociation from '~/routes/public/become-an-association';
import * as groups from '~/routes/public/groups';
import * as organisation from '~/routes/public/organisation';
import { Forbidden } from '~/shared/errors';
import { syntheticKrs, syntheticNip, syntheticRegon } from '~/shared/identifiers';
import { afresh, form, verified } from '../modules/organisations/entries';
import { eachEngine, portal } from '../support/portal';
import { visitorOf } from '../support/visit';

const pages = {
  register, groups, 'groups/become-an-association': becomeAnAssociation, 'organisations/:slug': organisation, 'my/:organisationId': myOrganisation,
  'my/:organisationId/patronage': patronage, 'office/organisations/:id': officeOrganisation,
};
const visit = visitorOf(pages);
const visitDown = visitorOf(pages, { KRS_URL: 'http://127.0.0.1:1' });

eachEngine((engine) => {
  test('a KRS number fills in the registration form, without scripts', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const ask = (krsAsked: string) => visit(p, '/pl/register', { person: anna, form: { intent: 'ask', _form: 'register', krsAsked } });
    const sent = await ask(syntheticKrs(2));
    expect(sent).toMatchObject({ status: 303, location: `/pl/register?krs=${syntheticKrs(2)}` });
    const { html } = await visit(p, sent.location, { person: anna });
    expect(html).toContain('Dane z rejestru KRS, 2 marca 2026');
    for (const value of ['Fundacja Wspólny Stół', syntheticKrs(2), syntheticNip(2), syntheticRegon(2), '30-101', 'Kraków']) expect(html).toContain(`value="${value}"`);
    expect(html).toContain('<option value="foundation" selected="">');

    expect((await ask('12')).status).toBe(422);
    const gone = await visit(p, (await ask(syntheticKrs(99))).location, { person: anna });
    expect(gone.html).toContain(`W rejestrze nie ma numeru ${syntheticKrs(99)}`);
    expect((await visit(p, '/pl/register?krs=x', { person: anna })).html).not.toContain('W rejestrze nie ma');
    expect((await visit(p, '/pl/register', { form: { intent: 'ask', krsAsked: syntheticKrs(2) } })).location).toContain('/pl/sign-in');
  });

  test('with the register down the form is filled in by hand', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const sent = await visitDown(p, '/pl/register', { person: anna, form: { intent: 'ask', _form: 'register', krsAsked: syntheticKrs(2) } });
    expect(sent.status).toBe(303);
    const { html } = await visitDown(p, sent.location, { person: anna });
    expect(html).toContain('Rejestr teraz nie odpowiada. Wpisz dane ręcznie, sprawdzi je urzędnik.');
    expect(html).toContain('Zarejestruj organizację');
  });

  test('an officer asks the register and sees each difference', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id } = await registerOrganisation(p.as(await p.person()), form(1, { next: 'submit', legalForm: 'foundation', name: 'Stowarzyszenie Most na Zabłociu' }));
    const desk = `/pl/office/organisations/${id}`;
    expect((await visitDown(p, desk, { person: officer, form: { intent: 'askRegister' } })).status).toBe(409);
    const later = { now: new Date('2026-03-02T09:05:00Z') };
    expect((await visit(p, desk, { person: officer, form: { intent: 'askRegister' }, ...later })).status).toBe(303);
    const { html } = await visit(p, desk, { person: officer, ...later });
    expect(html).toContain('STOWARZYSZENIE MOST NA ZABŁOCIU');
    expect(html).toContain('4 różnice między wpisem a rejestrem.');
    expect((await visit(p, desk, { person: officer, form: { intent: 'verify', method: 'krs_api' }, ...later })).status).toBe(303);
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ verificationMethod: 'krs_api', registerStanding: 'active' });
  });

  test('an organisation without a KRS number is asked for a document', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const { id } = await registerOrganisation(p.as(anna), form(1, { krs: '', legalForm: 'ordinary_association', registerNumber: '1', registerAuthority: 'Prezydent Miasta Krakowa', next: 'submit' }));
    expect((await visit(p, `/pl/my/${id}`, { person: await afresh(p, anna) })).html).toContain('data-purpose="organisation_evidence"');
    expect((await visit(p, `/pl/my/${id}`, { person: anna, form: { intent: 'attach' } })).status).toBe(422);
    const officer = await p.person({ roles: ['officer'] });
    expect((await visit(p, `/pl/office/organisations/${id}`, { person: officer, form: { intent: 'verify', _form: 'verify', method: 'manual' } })).html).toContain('Napisz, na jakiej podstawie weryfikujesz wpis');
  });

  test('a document that came with the form is kept until the entry is verified; another kind of file leaves nothing', async () => {
    const p = await portal(engine);
    const dataDir = mkdtempSync(path.join(tmpdir(), 'evidence-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const anna = await p.person();
    const { id } = await registerOrganisation(p.as(anna), form(1, { krs: '', legalForm: 'ordinary_association', registerNumber: '1', registerAuthority: 'Prezydent Miasta Krakowa', next: 'submit' }));
    const owner = await afresh(p, anna);
    const pdf = new File(['%PDF-1.4\n%%EOF\n'], 'wyciag.pdf');
    await attachEvidence(p.as(owner), id, pdf, dataDir);
    await expect(attachEvidence(p.as(owner), id, new File(['<html>'], 'wyciag.html'), dataDir)).rejects.toMatchObject({ code: 'file.type' });
    expect(readdirSync(path.join(dataDir, 'uploads'))).toHaveLength(1);
    const officer = await p.person({ roles: ['officer'] });
    const desk = `/pl/office/organisations/${id}`;
    expect((await visit(p, desk, { person: officer })).html).toContain('wyciag.pdf');
    await expect(attachEvidence(p.as(await p.person()), id, pdf, dataDir)).rejects.toBeInstanceOf(Forbidden);
    expect((await visit(p, desk, { person: officer, form: { intent: 'verify', method: 'extract_upload' } })).status).toBe(303);
    await expect(attachEvidence(p.as(owner), id, pdf, dataDir)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('a group asks for a patron on its page, the patron agrees on its own, and both profiles say so', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const group = await verified(p, officer, 1, { name: 'Grupa Rondo', legalForm: 'informal_group', krs: '', nip: '' });
    const patron = await verified(p, officer, 2, { name: 'Fundacja Razem' });
    const scope = 'Patron podpisuje umowę i prowadzi księgowość.';
    const own = `/pl/my/${group.id}/patronage`;
    expect((await visit(p, `${own}?q=razem`, { person: group.owner })).html).toContain('Fundacja Razem');
    expect((await visit(p, own, { person: group.owner, form: { intent: 'propose', otherId: patron.id, scope: '' } })).status).toBe(422);
    expect((await visit(p, own, { person: group.owner, form: { intent: 'propose', otherId: patron.id, scope } })).status).toBe(303);
    expect((await visit(p, own, { person: patron.owner })).status).toBe(403);
    const theirs = `/pl/my/${patron.id}/patronage`;
    const patronageId = /name="patronageId" value="(\w+)"/.exec((await visit(p, theirs, { person: patron.owner })).html)?.[1] ?? '';
    expect((await visit(p, theirs, { person: patron.owner, form: { intent: 'accept', patronageId } })).status).toBe(303);
    expect((await visit(p, `/uk/organisations/${group.slug}`)).html).toContain('Патрон групи');
    expect((await visit(p, `/pl/organisations/${patron.slug}`)).html).toContain('Patron grup nieformalnych');
    expect((await visit(p, own, { person: group.owner, form: { intent: 'end', patronageId } })).status).toBe(303);
    expect((await visit(p, `/pl/organisations/${group.slug}`)).html).not.toContain('Patron grupy');
  });

  test('the guides for groups are there in every language', async () => {
    const p = await portal(engine);
    for (const lang of languages) {
      expect((await visit(p, `/${lang}/groups`)).html.match(/<h2/g)).toHaveLength(7);
      expect((await visit(p, `/${lang}/groups/become-an-association`)).html).toContain('type="checkbox"');
    }
  });
});
