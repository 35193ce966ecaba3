import { Meta, UNSAFE_RemixContext as RemixContext } from '@remix-run/react';
import { createElement, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import type { LoaderFunction } from 'react-router-dom';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { describe, expect, test } from 'vitest';
import { readConfig } from '~/http/config.server';
import { securityHeaders } from '~/http/headers';
import { languages } from '~/i18n/messages';
import * as call from '~/routes/public/call';
import * as consultation from '~/routes/public/consultation';
import * as initiative from '~/routes/public/initiative';
import * as organisation from '~/routes/public/organisation';
import { activeAgreement } from '../../support/agreement';
import { origin } from '../../support/open';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { read } from '../../standards/schemas';
import { asked } from '../consultations/asked';
import { changed, city, secret } from './entries';

type Thing = Record<string, unknown> & { '@type': string };
const pages: Record<string, { loader: unknown }> = {
  'organisations/:slug': organisation, 'calls/:slug': call, 'consultations/:slug': consultation, 'initiatives/:number': initiative,
};
const handler = createStaticHandler([
  { id: 'root', path: '/:lang', Component: Meta as ComponentType, children: Object.entries(pages).map(([path, { loader }]) => ({ id: path, path, loader: loader as LoaderFunction, Component: () => null })) },
]);

/** The head of a page as the server writes it. */
async function headOf(p: Portal, path: string): Promise<string> {
  const requestContext = { db: p.db, origin, requestId: 'r', ip: '', now: () => monday, mailShown: false, demo: false, config: readConfig({}) };
  const answer = await handler.query(new Request(`${origin}${path}`), { requestContext });
  if (answer instanceof Response || answer.errors) throw new Error(path);
  const page = createElement(StaticRouterProvider, { router: createStaticRouter(handler.dataRoutes, answer), context: answer, hydrate: false });
  return renderToString(createElement(RemixContext.Provider, { value: { isSpaMode: false, routeModules: pages } as never, children: page }));
}

/** The things in the one data block of a page, read as a program that knows only HTML reads it. */
async function thingsOf(p: Portal, path: string): Promise<Thing[]> {
  const blocks = [...(await headOf(p, path)).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text = '']) => text);
  expect(blocks).toHaveLength(1);
  const document = JSON.parse(blocks[0] ?? '') as { '@context': string; '@graph': Thing[] };
  expect(document['@context']).toBe('https://schema.org');
  return document['@graph'];
}

const known = ['NGO', 'GovernmentOrganization', 'Organization', 'WebPage', 'Grant', 'MonetaryGrant', 'Event', 'BreadcrumbList'];
const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** What is wrong with a thing: no official schema says it, so these are the rules of the programme. */
function faultsOf(thing: Thing): string[] {
  const { '@type': type, name, url } = thing;
  const amount = thing.amount as { currency?: string; value?: unknown } | undefined;
  return [
    ...(known.includes(type) ? [] : [`type ${type}`]),
    ...(type === 'BreadcrumbList' || (typeof name === 'string' && name !== '') ? [] : ['name']),
    ...(type === 'BreadcrumbList' || (typeof url === 'string' && /^https?:\/\//.test(url)) ? [] : ['url']),
    ...['expires', 'startDate', 'endDate'].filter((key) => key in thing && !moment.test(String(thing[key]))),
    ...(amount && (amount.currency !== 'PLN' || typeof amount.value !== 'number') ? ['amount'] : []),
    ...((thing.itemListElement as { item?: string }[] | undefined) ?? []).flatMap(({ item }) => (/^https?:\/\/\S+$/.test(item ?? '') ? [] : ['item'])),
  ];
}

describe('the rules', () => {
  test('take the valid examples and refuse the invalid one', () => {
    expect(faultsOf(read('fixtures/schemaorg-ngo.valid.jsonld'))).toEqual([]);
    expect(faultsOf({ ...read('fixtures/schemaorg-grant.valid.jsonld'), url: 'https://example.org/granty/1' })).toEqual([]);
    expect(faultsOf(read('fixtures/schemaorg-ngo.invalid.jsonld')).length).toBeGreaterThan(0);
    expect(faultsOf({ '@type': 'MonetaryGrant', name: 'x', url: 'https://x', amount: { value: '1', currency: 'EUR' } })).toEqual(['amount']);
  });

  test('a data block is never run: no policy needs to allow it', () => {
    expect(securityHeaders({})['Content-Security-Policy']).toContain("script-src 'self';");
  });
});

eachEngine((engine) => {
  test('an entry is an organisation with its registers, address and offers', async () => {
    const p = await portal(engine);
    const { open, modest, atRisk } = await city(p);
    for (const lang of languages) {
      const things = await thingsOf(p, `/${lang}/organisations/${open.slug}`);
      expect(things.flatMap(faultsOf)).toEqual([]);
      expect(things[0]).toMatchObject({ '@type': 'NGO', '@id': `${origin}/pl/organisations/${open.slug}`, url: `${origin}/${lang}/organisations/${open.slug}`, address: { streetAddress: 'ul. Zmyślona 7/3' } });
      expect(things[1]).toMatchObject({ '@type': 'BreadcrumbList', itemListElement: [{ position: 1 }, { position: 2, name: 'Fundacja Spotkanie 1' }] });
      for (const { slug } of [open, modest, atRisk]) expect(JSON.stringify(await thingsOf(p, `/${lang}/organisations/${slug}`))).not.toContain(secret);
    }
    await changed(p, open.id, { legalForm: 'public_institution' });
    expect((await thingsOf(p, `/pl/organisations/${open.slug}`))[0]).toMatchObject({ '@type': 'GovernmentOrganization' });
  });

  test('a call expires with its deadline, an award has its amount, both name the City', async () => {
    const p = await portal(engine);
    const { number } = await activeAgreement(p);
    const [award] = await thingsOf(p, `/en/initiatives/${number}`);
    expect(award).toMatchObject({ '@type': 'MonetaryGrant', identifier: number, amount: { value: 20_000, currency: 'PLN' }, funder: { name: 'Gmina Miejska Kraków' } });
    const rows = await p.db.read.select({ slug: p.db.t.calls.slug }).from(p.db.t.calls);
    const things = await thingsOf(p, `/de/calls/${rows[0]?.slug}`);
    expect(things[0]).toMatchObject({ '@type': 'WebPage', mainEntity: { '@type': 'Grant', funder: { '@type': 'GovernmentOrganization' } } });
    expect([award as Thing, ...things].flatMap(faultsOf)).toEqual([]);
  });

  test('a consultation is an event', async () => {
    const p = await portal(engine);
    const { slug } = await asked(p);
    const things = await thingsOf(p, `/uk/consultations/${slug}`);
    expect(things.flatMap(faultsOf)).toEqual([]);
    expect(things[0]).toMatchObject({ '@type': 'Event', name: 'Punkt informacyjny (uk)', startDate: '2026-03-02T10:00:00+01:00', endDate: '2026-03-23T15:00:00+01:00' });
  });

  test('no name can close the block', async () => {
    const p = await portal(engine);
    const { open } = await city(p);
    const name = '</script><script>alert(1)</script> <!-- &amp; \u2028 "\'\\';
    await changed(p, open.id, { name });
    const head = await headOf(p, `/pl/organisations/${open.slug}`);
    expect(head.match(/<script/g)).toHaveLength(1);
    expect(head).not.toContain('alert(1)</script> <!--');
    expect((await thingsOf(p, `/pl/organisations/${open.slug}`))[0]?.name).toBe(name);
  });
});
