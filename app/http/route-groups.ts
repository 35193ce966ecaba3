import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

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

/**
 * Splits the portal into small ones that hold the pages of one place each. Remix compares an address
 * with every route it knows, three times for a page; so it is given only those that could match.
 */
export function splitByPlace(build: ServerBuild): (path: string) => ServerBuild {
  const places = new Map<string, Set<string>>();
  const everywhere = new Set<string>();
  for (const id of Object.keys(build.routes)) {
    const place = placeOf(pathOf(build.routes, id));
    // What matches any word belongs to every place: the root, a page at an open address, "not found".
    if (/^(?:=\/)?(?:[:*]|$)/.test(place)) everywhere.add(id);
    else places.set(place, (places.get(place) ?? new Set()).add(id));
  }
  const partOf = (ids: Set<string>): ServerBuild => ({ ...build, routes: only(build.routes, ids), assets: { ...build.assets, routes: only(build.assets.routes, ids) } });
  const parts = new Map([...places].map(([place, ids]) => [place, partOf(new Set([...everywhere, ...ids]))]));
  const rest = partOf(everywhere);
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
