import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { remembered } from '~/shared/remembered';

type Routes = ServerBuild['routes'];
type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** The words of an address that name a page: the first after the language, or the first. */
function placeOf(path: string): string {
  const [first = '', second = ''] = path.split('/').filter((part) => part !== '');
  return first === ':lang' || /^[a-z]{2}$/.test(first) ? `=/${second}` : first;
}

function pathOf(routes: Routes, id: string): string {
  const route = routes[id];
  if (!route) return '';
  return [route.parentId ? pathOf(routes, route.parentId) : '', route.path ?? ''].filter(Boolean).join('/');
}

function only<Value>(all: Record<string, Value>, ids: Set<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
}

/** The pages of a small portal at this path, from the root to the page itself, as Remix finds them. */
function chainIn({ routes }: ServerBuild): (path: string) => string[] {
  const tree = (parentId?: string): RouteObject[] =>
    Object.values(routes)
      .filter((route) => route?.parentId === parentId)
      .map((route) => route as RouteObject & { id: string })
      .map(({ id, path, index, caseSensitive }) => ({ id, path, caseSensitive, ...(index ? { index: true as const } : { children: tree(id) }) }));
  const pages = tree();
  return (path) => (matchRoutes(pages, path) ?? []).map(({ route }) => route.id ?? '');
}

/**
 * Splits the portal into small ones, each of one page with what is around it. Remix compares an address
 * with every route it knows, several times for a page, and prepares all of them for React; so it is given
 * only those that it will find. Addresses of unknown shape get the pages of their place to choose from.
 */
export function splitByPage(build: ServerBuild): (path: string) => ServerBuild {
  const placeFor = splitByPlace(build);
  const chains = new Map<ServerBuild, (path: string) => string[]>();
  const parts = new Map<string, ServerBuild>();
  const find = (path: string) => {
    const place = placeFor(path);
    let chain = chains.get(place);
    if (!chain) chains.set(place, (chain = chainIn(place)));
    let ids: string[] = [];
    try {
      ids = chain(path);
    } catch {
      // An address that cannot be read is no page.
    }
    if (ids.length === 0) return place;
    const key = ids.join(' ');
    const part = parts.get(key) ?? partOf(place, new Set(ids));
    parts.set(key, part);
    return part;
  };
  const known = remembered(find, 2000);
  return (path) => (path.length > 200 ? find(path) : known(path));
}

function partOf(build: ServerBuild, ids: Set<string>): ServerBuild {
  return { ...build, routes: only(build.routes, ids), assets: { ...build.assets, routes: only(build.assets.routes, ids) } };
}

/** Splits the portal into small ones that hold the pages of one place each. */
function splitByPlace(build: ServerBuild): (path: string) => ServerBuild {
  const places = new Map<string, Set<string>>();
  const everywhere = new Set<string>();
  for (const id of Object.keys(build.routes)) {
    const place = placeOf(pathOf(build.routes, id));
    // What matches any word belongs to every place: the root, a page at an open address, "not found".
    if (/^(?:=\/)?(?:[:*]|$)/.test(place)) everywhere.add(id);
    else places.set(place, (places.get(place) ?? new Set()).add(id));
  }
  const parts = new Map([...places].map(([place, ids]) => [place, partOf(build, new Set([...everywhere, ...ids]))]));
  const rest = partOf(build, everywhere);
  return (path) => {
    let plain = path;
    try {
      plain = decodeURIComponent(path);
    } catch {
      // An address that cannot be read is no page.
    }
    return parts.get(placeOf(plain.toLowerCase())) ?? rest;
  };
}
