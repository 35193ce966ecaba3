// Builds the portal: pages and assets by Remix, then the process around them, then the compressed
// copies of the assets. The result is `build/`; `build/stamp` says that it is whole.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { ourFolders } from './our-folders.mjs';

const started = performance.now();
rmSync('build', { recursive: true, force: true });

const remix = spawnSync(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
if (remix.status !== 0) process.exit(remix.status ?? 1);

await buildProcess();
removeUnreachedScripts();
const compressed = await compressAssets();
writeFileSync('build/stamp', '');
console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s, ${compressed} files compressed`);

/** The process is a part of the pages; the thread of exports and the commands of the console have what they import from app/ and db/. */
async function buildProcess() {
  writeFileSync('build/portal.js', "import { entry } from './server/index.js';\nexport const { run, startPortal } = entry.module;\n");
  await build({
    entryPoints: { 'export-worker': 'app/jobs/export-worker.ts', ...commands() },
    outdir: 'build',
    bundle: true,
    splitting: true,
    plugins: [ourFolders],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    chunkNames: 'process/[name]-[hash]',
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  });
}

function commands() {
  const folder = 'scripts/commands';
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(files.map((name) => [`commands/${name.slice(0, -3)}`, join(folder, name)]));
}

/**
 * Remix also writes every page as a script for hydration. No page is hydrated here, so only what the
 * entry and its islands import is kept; nobody can read the others' code.
 */
function removeUnreachedScripts() {
  const folder = 'build/client/assets';
  const scripts = new Set(readdirSync(folder).filter((name) => name.endsWith('.js')));
  const waiting = [...scripts].filter((name) => name.startsWith('entry.client-'));
  const reached = new Set(waiting);
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const source = readFileSync(join(folder, name), 'utf8');
    for (const [, path] of source.matchAll(/["'`]([\w./-]+\.js)["'`]/g)) {
      const next = basename(path);
      if (!scripts.has(next) || reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  for (const name of scripts) if (!reached.has(name)) rmSync(join(folder, name));
}

async function compressAssets() {
  const folder = 'build/client';
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(css|js|svg|json|txt|xml|webmanifest)$/.test(name));
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const bytes = readFileSync(path);
      if (bytes.length < 512) return;
      writeFileSync(`${path}.br`, await promisify(brotliCompress)(bytes, brotli));
      writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
  return names.length;
}
