import { createElement, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import type { ActionFunction, LoaderFunction } from 'react-router-dom';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { expect, test } from 'vitest';
import { system, type Person } from '~/access/actor';
import { beginSession } from '~/access/session.server';
import { readConfig } from '~/http/config.server';
import { isLang } from '~/i18n/messages';
import { LangProvider } from '~/i18n/react';
import { importPublicOrganisations } from '~/modules/organisations/commands.server';
import { getOrganisation, listOrganisationsOf } from '~/modules/organisations/queries.server';
import * as myOrganisation from '~/routes/applicant/my-organisation';
import * as myOrganisationEdit from '~/routes/applicant/my-organisation-edit';
import * as register from '~/routes/applicant/register';
import * as officeOrganisation from '~/routes/office/organisation';
import * as officeOrganisations from '~/routes/office/organisations';
import * as organisation from '~/routes/public/organisation';
import * as organisations from '~/routes/public/organisations';
import { FormStateProvider, type RefusedForm } from '~/ui/form';
import { readPublicOrganisations } from '#db/seed/krakow/organisations';
import { eachEngine, monday, portal, type Portal } from '../support/portal';
import { typed, verified } from '../modules/organisations/entries';

type RouteModule = { loader: unknown; action?: unknown; default: ComponentType };
const pages: Record<string, RouteModule> = {
  organisations, 'organisations/:slug': organisation, register, 'my/:organisationId': myOrganisation, 'my/:organisationId/edit': myOrganisationEdit,
  'office/organisations': officeOrganisations, 'office/organisations/:id': officeOrganisation,
};
const handler = createStaticHandler(
  Object.entries(pages).map(([path, { loader, action, default: Component }]) => ({
    path: `/:lang/${path}`, loader: loader as LoaderFunction, Component, ...(action ? { action: action as ActionFunction } : {}),
  })),
);

/** Opens a page as somebody, or sends a form there; gives the status, where it leads, and the page in text. */
async function visit(p: Portal, path: string, { person, form }: { person?: Person; form?: Record<string, unknown> } = {}) {
  const origin = 'http://portal.test';
  const headers = new Headers(person ? { cookie: (await beginSession(p.db, origin, person.id)).split(';')[0] ?? '' } : {});
  const body = form && new URLSearchParams(Object.entries(form).flatMap(([name, value]): [string, string][] => [value].flat().map((one) => [name, String(one)])));
  const request = new Request(`${origin}${path}`, { headers, ...(body ? { method: 'POST', body } : {}) });
  const requestContext = { db: p.db, origin, requestId: 'r', ip: '', now: () => monday, mailShown: false, demo: false, config: readConfig({}) };
  const answer = await handler.query(request, { requestContext });
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location') ?? '', html: '' };
  const failed = Object.values(answer.errors ?? {})[0] as { status?: number } | undefined;
  if (failed && !failed.status) throw failed as unknown as Error;
  if (failed) return { status: failed.status ?? 500, location: '', html: '' };
  const lang = path.split('/')[1];
  const state = (Object.values(answer.actionData ?? {})[0] ?? null) as RefusedForm | null;
  const page = createElement(StaticRouterProvider, { router: createStaticRouter(handler.dataRoutes, answer), context: answer, hydrate: false });
  const html = renderToString(createElement(LangProvider, { lang: isLang(lang) ? lang : 'pl', children: createElement(FormStateProvider, { state, requestKey: 'x', children: page }) }));
  return { status: answer.statusCode, location: '', html: html.replaceAll('<!-- -->', '') };
}

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
    expect((await visit(p, desk, { person: officer, form: { intent: 'return', reason: '' } })).status).toBe(422);
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
