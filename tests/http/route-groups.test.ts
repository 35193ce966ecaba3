import type { ServerBuild } from '@remix-run/node';
import { matchRoutes, type RouteObject } from 'react-router-dom';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { expect, test } from 'vitest';
import { splitByPage } from '~/http/route-groups';
import routes from '~/routes';

/** The routes of the portal as a build names them: flat, each with its parent. */
function builtRoutes(entries: readonly RouteConfigEntry[], parentId = 'root'): [string, { id: string; parentId?: string; path?: string; index?: boolean }][] {
  return entries.flatMap((entry) => {
    const id = entry.id ?? entry.file;
    const own = { id, parentId, ...(entry.path === undefined ? {} : { path: entry.path }), ...(entry.index ? { index: true } : {}) };
    return [[id, own] as [string, typeof own], ...builtRoutes(entry.children ?? [], id)];
  });
}

const all = Object.fromEntries([['root', { id: 'root', path: '' }] as const, ...builtRoutes(await routes)]);
const build = { routes: all, assets: { routes: all } } as unknown as ServerBuild;

/** The page at a path among these routes, as Remix finds it. */
function found(known: ServerBuild['routes'], path: string): string | undefined {
  const tree = (parentId?: string): RouteObject[] =>
    Object.values(known).filter((route) => route.parentId === parentId).map(({ id, path: own, index }) => (index ? { id, index: true, path: own } : { id, path: own, children: tree(id) }) as RouteObject);
  return matchRoutes(tree(), path)?.at(-1)?.route.id;
}

const partOf = splitByPage(build);
const examples = Object.values(all).map(({ path = '' }) => `/${path.replace(':lang', 'pl').replace(/:\w+/g, 'x1').replace('*', 'anything/at/all')}`);

test.each([...new Set(examples), '/', '/pl', '/pl/', '/PL/Organisations', '/pl/organisations/', '/pl/small-grants/new', '/pl/nothing', '/xx/calls', '/pl//calls', '/pl/c%61lls', '/%E0%A4%A', '/favicon.ico', '/pl/office/calls/new'])(
  'the small build of %s finds the same page as the whole',
  (path) => expect(found(partOf(path).routes, path)).toBe(found(all as unknown as ServerBuild['routes'], path)),
);

test('a small build knows the one page and what is around it', () => {
  expect(Object.keys(partOf('/pl/organisations').routes).sort()).toEqual([found(build.routes, '/pl/organisations'), 'root'].sort());
});
