// Runs every check there is and ends with one line: `N passed, N failed`. Types, lint and import
// rules count as one each; the rest are the tests of Vitest, browser journeys last.
//   node scripts/test.mjs          everything
//   node scripts/test.mjs --quick  without the build and the journeys
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const quick = process.argv.includes('--quick');
const bin = 'node_modules';
const reports = `${bin}/.cache/reports`;
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

await Promise.all([
  check('types', [`${bin}/typescript/bin/tsc`, '--noEmit']),
  check('lint', [`${bin}/eslint/bin/eslint.js`, '.', '--max-warnings', '0', '--cache', '--cache-location', `${bin}/.cache/eslint`]),
  check('import rules', [`${bin}/dependency-cruiser/bin/dependency-cruise.mjs`, 'app', 'db', 'server.ts', '--config', '.dependency-cruiser.cjs']),
]);
await tests('rules, commands and routes', 'portal');
if (!quick && (await check('build', ['scripts/ready.mjs', '--build']))) await tests('journeys', 'journeys');

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function node(args) {
  return new Promise((ended) => {
    spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } }).on('close', (code) => ended(code === 0));
  });
}

async function check(name, args) {
  const started = performance.now();
  const good = await node(args);
  if (good) passed += 1;
  else failed += 1;
  say(good ? 'passed' : 'FAILED', name, started);
  return good;
}

async function tests(name, project) {
  const started = performance.now();
  const report = `${reports}/${project}.json`;
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const good = await node([`${bin}/vitest/vitest.mjs`, 'run', '--project', project, '--passWithNoTests', ...reporters]);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  // A file that does not even load has no tests to count; it still is a failure.
  if (!good && counts.numFailedTests === 0) failed += 1;
  say(good ? 'passed' : 'FAILED', name, started);
}

function say(result, name, started) {
  console.log(`${result}: ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
