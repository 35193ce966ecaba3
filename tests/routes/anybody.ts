import { anonymous } from '~/access/actor';
import { may } from '~/access/policy';
import { readConfig } from '~/http/config.server';
import { monday, type Portal } from '../support/portal';
import { site, visit, type Place } from './support';

type Seen = { path: string; text: string; status: number };

const patterns = site
  .map((place) => ({ place, names: [...place.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''), pattern: new RegExp(`^${place.path.replace(/\./g, '\\.').replace(/:\w+/g, '([^/]+)').replace('*', '.*')}$`) }))
  // What is written out goes before what is filled in, as in the router.
  .toSorted((a, b) => Number(a.place.path === '/*') - Number(b.place.path === '/*') || a.names.length - b.names.length);

/** The route that answers at this address, with its parameters. */
export function routeOf(path: string): { place: Place; params: Record<string, string> } | undefined {
  for (const { place, names, pattern } of patterns) {
    const found = pattern.exec(path.split('?')[0] ?? '');
    if (found) return { place, params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')])) };
  }
  return undefined;
}

/** What anybody is sent from this address: the page, and the data behind it as a script may ask for them. */
export async function fetched(p: Portal, path: string): Promise<Seen> {
  const route = routeOf(path);
  if (!route) return { path, status: 404, text: '' };
  const load = route.place.module.loader as unknown as (asked: object) => unknown;
  const context = { db: p.db, origin: 'http://portal.test', requestId: 'r', ip: '', now: () => monday, mailShown: false, demo: false, config: readConfig({}) };
  const data = await Promise.resolve()
    .then(() => load({ request: new Request(`http://portal.test${path}`), params: route.params, context }))
    .catch((error: unknown) => error);
  if (!(data instanceof Response)) throw data;
  const text = await data.text();
  const page = route.place.module.default && data.ok ? (await visit(p, path)).html : '';
  return { path, status: data.status, text: page + text };
}

// Open only to whoever holds a letter or is signed in, however public the door; or a page of the demo alone.
const behindLetters = ['/:lang/confirm/:token', '/:lang/reset/:token', '/:lang/invitations/:token', '/:lang/hand-over/:token', '/:lang/consultations/:slug/confirm/:token', '/:lang/mailbox', '/api/uploadthing', '/ingest/:key', '/*'];
/** The routes open to anybody. */
export const open = site.filter(({ path, module }) => module.loader && may(anonymous, module.handle.see) && !behindLetters.includes(path));

/** Everything anybody can reach from the doors of the site by following every link in pages, data and files. */
export async function walked(p: Portal, without: RegExp): Promise<Seen[]> {
  const receipts = await p.db.read.select({ number: p.db.t.receipts.number, code: p.db.t.receipts.code }).from(p.db.t.receipts);
  const waiting = [...open.filter(({ path }) => !/:(?!lang)/.test(path)).map(({ path }) => path.replace(':lang', 'pl')), ...receipts.map(({ number, code }) => `/r/${encodeURIComponent(number)}/${code}`), ...receipts.map(({ number, code }) => `/pl/receipts/${encodeURIComponent(number)}?code=${code}`)];
  const known = new Set(waiting);
  const seen: Seen[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (without.test(path)) continue;
    const page = await fetched(p, path);
    seen.push(page);
    const links = [...page.text.replaceAll('\\/', '/').matchAll(/(?:https?:\/\/portal\.test)?(\/(?:pl|uk|api|open-data|sitemap|logos|files|robots)\b[^\s"'<>\\)\]}]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&').split('#')[0] ?? '');
    for (const link of links) {
      // Of the lists that can be narrowed in countless ways, the pages; other languages say the same of other organisations.
      const address = /^\/pl\/(organisations|help|initiatives|small-grants|theme)\b[^?]*\?(?!page=\d+$|step=)/.test(link) ? (link.split('?')[0] ?? '') : link;
      if (known.has(address) || !routeOf(address) || (address.startsWith('/uk/') && !address.includes('most-na-zablociu'))) continue;
      known.add(address);
      waiting.push(address);
    }
  }
  return seen;
}
