// Makes a fresh clone ready: the right Node, the packages of package-lock.json, an SQLite that opens
// and, with --build, a build that is not older than its sources. Says nothing when all is well.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Node 20.19 or later is needed; this is ${process.version}.`);
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// By content, not by time: a checkout makes every file new.
const installed = 'node_modules/.package-lock.json';
const stampOfPackages = 'node_modules/.installed-lock';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const known = existsSync(stampOfPackages) ? readFileSync(stampOfPackages, 'utf8') : '';
if (!existsSync(installed) || (known ? known !== lock : changedAt('package-lock.json') > changedAt(installed))) {
  console.log('installing the packages (once, 1–3 minutes)…');
  npm('ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error');
}
if (known !== lock) writeFileSync(stampOfPackages, lock);

if (!sqliteOpens()) {
  console.log('building the SQLite addon, because its install script did not run…');
  npm('rebuild', 'better-sqlite3', '--ignore-scripts=false', '--foreground-scripts');
  if (!sqliteOpens())
    stop('better-sqlite3 could not be built: python3, make and g++ are needed where no prebuilt one can be downloaded.');
}

if (process.argv.includes('--build')) {
  const sources = ['app', 'db', 'public', 'server.ts', 'remix.config.js', 'vite.config.ts', 'package-lock.json', 'scripts/build.mjs', 'scripts/our-folders.mjs'];
  const stamp = 'build/stamp';
  if (!existsSync(stamp) || Math.max(...sources.map(newest)) > changedAt(stamp)) {
    console.log('building (only when something changed)…');
    const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
    if (built.status !== 0) stop('The build failed.');
  }
}

function changedAt(path) {
  return statSync(path).mtimeMs;
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  // A folder counts too: its time changes when a file in it is removed.
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function sqliteOpens() {
  const open = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', open]).status === 0;
}

function npm(...args) {
  const script = process.env.npm_execpath;
  const result = script
    ? spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: true });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
