import { createElement, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import type { LoaderFunction } from 'react-router-dom';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { expect, test } from 'vitest';
import { languages, type Lang } from '~/i18n/messages';
import { LangProvider } from '~/i18n/react';
import { translator } from '~/i18n/translate';
import { readConfig } from '~/http/config.server';
import { datasets, type DataFile } from '~/modules/open-data/datasets';
import * as data from '~/routes/public/open-data';
import * as api from '~/routes/public/open-data-api';
import { activeAgreement } from '../../support/agreement';
import { ask, askJson, origin } from '../../support/open';
import { monday, portal, type Portal } from '../../support/portal';
import { asked } from '../consultations/asked';
import { city } from './entries';

const pages: Record<string, { loader: unknown; default: ComponentType }> = { 'open-data': data, 'open-data/api': api };
const handler = createStaticHandler(Object.entries(pages).map(([path, { loader, default: Component }]) => ({ path: `/:lang/${path}`, loader: loader as LoaderFunction, Component })));

async function visit(p: Portal, lang: Lang, path: string): Promise<string> {
  const requestContext = { db: p.db, origin, requestId: 'r', ip: '', now: () => new Date(monday.getTime() + 864e5), mailShown: false, demo: false, config: readConfig({}) };
  const answer = await handler.query(new Request(`${origin}/${lang}/${path}`), { requestContext });
  if (answer instanceof Response || answer.errors) throw new Error(path);
  const page = createElement(StaticRouterProvider, { router: createStaticRouter(handler.dataRoutes, answer), context: answer, hydrate: false });
  return renderToString(createElement(LangProvider, { lang, children: page })).replaceAll('<!-- -->', '');
}

test.each(languages)('the page of the data names every dataset with its files, licence and last change (%s)', async (lang) => {
  const p = await portal('sqlite');
  await activeAgreement(p);
  await asked(p);
  await city(p);
  const html = await visit(p, lang, 'open-data');
  for (const { id, files } of datasets) {
    expect(html).toContain(translator(lang)(`openData.dataset.${id}`));
    for (const { path } of files as readonly DataFile[]) expect(html).toContain(`href="${path}"`);
  }
  expect(html.match(/rel="license"/g)).toHaveLength(datasets.length + 1);
  const links = [...html.matchAll(/href="(\/(?:open-data|api)[^"]*)"/g)].map(([, href = '']) => href);
  for (const link of links) expect(`${link} ${(await ask(p, link)).status}`).toBe(`${link} 200`);
});

test.each(languages)('people read the same list of addresses and parameters as programs (%s)', async (lang) => {
  const p = await portal('sqlite');
  const html = await visit(p, lang, 'open-data/api');
  const described = (await askJson(p, `/api/hsds/openapi.json?lang=${lang}`)) as { paths: Record<string, { get: { summary: string } }>; components: { parameters: Record<string, { description: string }> } };
  const shown = html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'");
  for (const [path, { get }] of Object.entries(described.paths)) for (const words of [path, get.summary]) expect(shown).toContain(words);
  for (const [name, { description }] of Object.entries(described.components.parameters)) for (const words of [name, description]) expect(shown).toContain(words);
});
