import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { importPublicOrganisations } from '~/modules/organisations/commands.server';
import { getOrganisation, listOrganisationsOf } from '~/modules/organisations/queries.server';
import * as myOrganisation from '~/routes/applicant/my-organisation';
import * as myOrganisationEdit from '~/routes/applicant/my-organisation-edit';
import * as register from '~/routes/applicant/register';
import * as officeOrganisation from '~/routes/office/organisation';
import * as officeOrganisations from '~/routes/office/organisations';
import * as organisation from '~/routes/public/organisation';
import * as organisations from '~/routes/public/organisations';
import { readPublicOrganisations } from '#db/seed/krakow/organisations';
import { eachEngine, portal } from '../support/portal';
import { visitorOf } from '../support/visit';
import { visit as visitAny } from './support';
import { typed, verified } from '../modules/organisations/entries';

const visit = visitorOf({
  organisations, 'organisations/:slug': organisation, register, 'my/:organisationId': myOrganisation, 'my/:organisationId/edit': myOrganisationEdit,
  'office/organisations': officeOrganisations, 'office/organisations/:id': officeOrganisation,
});

/** The form as a browser sends it: nested values by their paths. */
function sent(values: Record<string, unknown>): Record<string, unknown> {
  const { descriptions, ...rest } = values;
  return { ...rest, 'descriptions.pl': (descriptions as { pl: string }).pl };
}

eachEngine((engine) => {
  test('the directory shows real organisations with their source, in pages of twenty, in every language', async () => {
    const p = await portal(engine);
    await importPublicOrganisations(p.as(system), readPublicOrganisations());
    const first = await visit(p, '/pl/organisations');
    expect(first.status).toBe(200);
    expect(first.html).toContain('43 organizacje');
    expect(first.html.match(/class="result"/g)).toHaveLength(20);
    expect(first.html).toContain('page=3');
    for (const lang of ['en', 'uk', 'de', 'ru']) expect((await visit(p, `/${lang}/organisations?q=zustricz`)).html).toContain('Zustricz');
    const profile = await visit(p, '/uk/organisations/zustricz');
    expect(profile.html).toContain('з публічного джерела');
    expect(profile.html).toContain('<span lang="pl">Klub Ukraiński w Krakowie – Fundacja Zustricz</span>');
    expect((await visit(p, '/pl/organisations/nowhere')).status).toBe(404);
    expect((await visit(p, '/xx/organisations')).status).toBe(404);
  });

  test('no address of the directory is a fault', async () => {
    const p = await portal(engine);
    await importPublicOrganisations(p.as(system), readPublicOrganisations());
    const odd = [
      `q=${'a'.repeat(10_000)}`, `q=${'słowo+'.repeat(500)}`, 'q=%00%01%1f%7f', 'q=%F0%9F%98%80', 'q=%25', 'q=_', 'q=%27%22%5C', 'q=%ED%A0%80', 'q=a&q=b', 'q[]=1',
      'page=1000000000', 'page=-1', 'page=0', 'page=abc', 'page=1e3', 'page=', 'district=atlantis', 'language=__proto__', 'colour=red', 'form=constructor',
      Array.from({ length: 500 }, (_, i) => `district=podgorze&language=x${i}`).join('&'), '%', '=', '&&&',
    ];
    for (const query of odd) expect(`${query.slice(0, 40)} ${(await visit(p, `/pl/organisations?${query}`)).status}`).toBe(`${query.slice(0, 40)} 200`);
    expect((await visit(p, `/pl/organisations/${'x'.repeat(5000)}`)).status).toBe(404);
    expect((await visit(p, '/pl/organisations/%00')).status).toBe(404);
    expect((await visit(p, '/pl/office/organisations/%00', { person: await p.person({ roles: ['officer'] }) })).status).toBe(404);
  });

  test('no address of the map, the comparison, the helper, an export or the open register is a fault', { timeout: 60_000 }, async () => {
    const p = await portal(engine);
    await importPublicOrganisations(p.as(system), readPublicOrganisations());
    const odd = [`x=${'a'.repeat(10_000)}`, ...['%00%01%1f', '%ED%A0%80', '%27%22%5C*', 'a%20OR%201%3D1--', 'NEAR(a,b)', '%25_', '__proto__', '1000000000', '-1', '1e400', 'atlantis'].map((value) => `x=${value}`), '%', '&=&', '%E0%A4'];
    const names = { '/pl/organisations/map': 'district', '/pl/organisations/compare': 'o', '/pl/help': 'need', '/uk/help?need=legal_help': 'language', '/pl/organisations/export/csv': 'q', '/pl/organisations/export/xlsx': 'district', '/api/hsds/organizations': 'search', '/api/hsds/services': 'page', '/api/hsds/service_at_locations': 'per_page' };
    for (const [path, name] of Object.entries(names))
      for (const query of odd) {
        const address = `${path}${path.includes('?') ? '&' : '?'}${query.replace(/^x=/, `${name}=`)}`;
        const { status } = await visitAny(p, address);
        expect([address.slice(0, 80), [200, 400].includes(status) ? 'answered' : status]).toEqual([address.slice(0, 80), 'answered']);
      }
    for (const path of ['/xx/organisations/map', '/xx/help', '/pl/organisations/export/exe', '/api/hsds/nothing', '/api/hsds/organizations/%00']) expect([path, (await visitAny(p, path)).status]).toEqual([path, 404]);
  });

  test('an empty answer offers to give up one condition at a time', async () => {
    const p = await portal(engine);
    await verified(p, await p.person({ roles: ['officer'] }), 1, { languages: ['pl'] });
    await verified(p, await p.person({ roles: ['officer'] }), 2, { languages: ['uk'], district: 'debniki' });
    const { html } = await visit(p, '/pl/organisations?language=uk&district=podgorze');
    expect(html).toContain('Bez warunku: ukraiński');
    expect(html).toContain('Bez warunku: XIII Podgórze');
  });

  test('a person registers, the City returns and verifies, and the entry is in the directory', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const officer = await p.person({ roles: ['officer'] });
    expect((await visit(p, '/pl/register')).location).toContain('/pl/sign-in');
    expect((await visit(p, '/pl/register', { person: anna })).html).toContain('Zarejestruj organizację');

    const wrong = await visit(p, '/pl/register', { person: anna, form: { intent: 'save', ...sent(typed(1, { nip: '9990000009' })) } });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('W tym NIP jest błąd');
    expect(wrong.html).toContain('value="Fundacja Spotkanie 1"');

    const done = await visit(p, '/pl/register', { person: anna, form: { intent: 'save', next: 'submit', ...sent(typed(1)) } });
    expect(done.status).toBe(303);
    const [mine] = await listOrganisationsOf(p.db.read, anna.id);
    const id = mine?.id ?? '';
    expect(done.location).toBe(`/pl/my/${id}`);
    expect((await visit(p, done.location, { person: anna })).html).toContain('Urząd sprawdza dane');
    expect((await visit(p, done.location, { person: officer })).status).toBe(403);

    expect((await visit(p, '/pl/office/organisations', { person: officer })).html).toContain('Fundacja Spotkanie 1');
    const desk = `/pl/office/organisations/${id}`;
    expect((await visit(p, desk, { person: anna, form: { intent: 'verify', method: 'manual' } })).status).toBe(403);
    const bare = await visit(p, desk, { person: officer, form: { intent: 'return', _form: 'return', reason: '' } });
    expect(bare.status).toBe(422);
    // Both ways of answering ask for a reason; only the one that was sent is told that it lacks.
    expect([...bare.html.matchAll(/id="(f-[\w-]*reason-error)"/g)].map(([, id]) => id)).toEqual(['f-return-reason-error']);
    expect((await visit(p, desk, { person: officer, form: { intent: 'return', reason: 'Popraw nazwę, proszę.' } })).status).toBe(303);
    const edit = `/pl/my/${id}/edit`;
    expect((await visit(p, edit, { person: anna })).html).toContain('Popraw nazwę, proszę.');
    const { version } = await getOrganisation(p.db.read, id);
    expect((await visit(p, edit, { person: anna, form: { intent: 'save', next: 'submit', version, ...sent(typed(1, { name: 'Fundacja Most' })) } })).status).toBe(303);
    expect((await visit(p, '/pl/organisations?q=most')).html).not.toContain('Fundacja Most');
    expect((await visit(p, desk, { person: officer, form: { intent: 'verify', method: 'manual' } })).status).toBe(303);
    expect((await visit(p, '/pl/organisations?q=most')).html).toContain('Fundacja Most');
    expect((await visit(p, '/de/organisations/fundacja-most')).html).toContain('geschrieben auf: Polnisch');
  });
});
