import { join } from 'node:path';

/** Bundles what is ours, by the two aliases of tsconfig.json, and leaves packages where npm put them. */
export const ourFolders = {
  name: 'our-folders',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(~|#db)\// }, ({ path, kind }) => {
      const folder = path.startsWith('~/') ? 'app' : 'db';
      return resolve(`./${path.slice(path.indexOf('/') + 1)}`, { kind, resolveDir: join(process.cwd(), folder) });
    });
    onResolve({ filter: /^[^./~#]/ }, ({ path, kind }) => (kind === 'entry-point' ? undefined : { path, external: true }));
  },
};
