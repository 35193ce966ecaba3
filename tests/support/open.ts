import type { RouteConfigEntry } from '@remix-run/route-config';
import type { LoaderFunction } from 'react-router-dom';
import { createStaticHandler } from 'react-router-dom/server';
import { readConfig } from '~/http/config.server';
import routes from '~/routes';
import { monday, type Portal } from './portal';

const flat = (entries: readonly RouteConfigEntry[]): RouteConfigEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])]);
const machines = flat((await routes) as RouteConfigEntry[]).filter(({ file, path }) => file.startsWith('routes/api/') && path);
const handler = createStaticHandler(
  await Promise.all(
    machines.map(async ({ file, path }) => {
      const { loader } = (await import(/* @vite-ignore */ `../../app/${file}`)) as { loader?: LoaderFunction };
      return { path: `/${path}`, ...(loader ? { loader } : {}) };
    }),
  ),
);

export const origin = 'https://portal.test';

type Asking = { headers?: Record<string, string>; method?: string; env?: Record<string, string>; now?: Date };

/** Asks an address for programs as anybody may, through the routes of the site. */
export async function ask({ db }: Pick<Portal, 'db'>, path: string, { headers = {}, method = 'GET', env = {}, now = monday }: Asking = {}): Promise<Response> {
  const requestContext = { db, origin, requestId: 'r', ip: '', now: () => now, mailShown: false, demo: false, config: readConfig(env) };
  const request = new Request(`${origin}${path}`, { headers, method });
  try {
    return (await handler.queryRoute(request, { requestContext })) as Response;
  } catch (error) {
    if (error instanceof Response) return error;
    throw error;
  }
}

/** The JSON at an address, which must be there. */
export async function askJson(p: Pick<Portal, 'db'>, path: string, asking?: Asking): Promise<unknown> {
  const response = await ask(p, path, asking);
  if (response.status !== 200) throw new Error(`${path} ${response.status} ${await response.text()}`);
  return response.json();
}
