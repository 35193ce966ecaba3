import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import remixConfig from '../remix.config.js';

type Violation = { from: string; to: string; rule: { name: string; severity: string } };

const config = resolve('.dependency-cruiser.cjs');

/** Every import under these folders that the rules forbid. */
function violations(cwd: string, folders: string[]): Violation[] {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const result = spawnSync(process.execPath, [program, ...folders, '--config', config, '--output-type', 'json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  expect(result.stderr).toBe('');
  return (JSON.parse(result.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

test('single fetch and lazy route discovery stay off, because of an advisory that Remix 2 will not fix', () => {
  expect(remixConfig.future?.v3_singleFetch).toBe(false);
  expect(remixConfig.future?.v3_lazyRouteDiscovery).toBe(false);
});

test('every import runs downward', { timeout: 120_000 }, () => {
  const found = violations(process.cwd(), ['app', 'db', 'server.ts']).filter(({ rule }) => rule.severity === 'error');
  expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

const value = 'export const value = 1;\n';
const using = (path: string) => `import { value } from '${path}';\nexport const other = value;\n`;

/** One breach for each rule: the file that imports, what it imports, and the rule that must notice. */
const breaches: [rule: string, file: string, imported: string][] = [
  ['shared-imports-downward', 'app/shared/money.ts', '~/access/actor'],
  ['i18n-imports-downward', 'app/i18n/translate.ts', '~/modules/calls/queries.server'],
  ['ui-imports-downward', 'app/ui/table.tsx', '~/modules/calls/queries.server'],
  ['db-imports-downward', 'db/open.server.ts', '~/modules/calls/queries.server'],
  ['access-imports-downward', 'app/access/policy.ts', '~/modules/calls/queries.server'],
  ['http-imports-downward', 'app/http/load.server.ts', '~/jobs/outbox'],
  ['modules-imports-downward', 'app/modules/calls/commands.server.ts', '~/http/act.server'],
  ['jobs-imports-downward', 'app/jobs/closing.ts', '~/ui/button'],
  ['islands-imports-downward', 'app/islands/autosave.ts', '~/access/actor'],
  ['organisations-comes-before', 'app/modules/organisations/commands.server.ts', '~/modules/calls/queries.server'],
  ['audit-comes-before', 'app/modules/audit/commands.server.ts', '~/modules/identity/queries.server'],
  ['only-known-modules', 'app/routes/public/home.tsx', '~/modules/weather/queries.server'],
  ['pages-do-not-query', 'app/routes/public/calls.tsx', '#db/kit'],
  ['pages-do-not-query', 'app/ui/pagination.tsx', 'drizzle-orm'],
  ['rules-are-values-in-values-out', 'app/modules/calls/rules.ts', '~/modules/calls/queries.server'],
  ['rules-are-values-in-values-out', 'app/modules/calls/forms.ts', 'node:fs'],
  ['nothing-imports-a-page', 'app/http/title.ts', '~/routes/public/about'],
  ['nothing-imports-a-page', 'app/routes/public/help.tsx', '~/routes/public/about'],
  ['lucia-in-one-file', 'app/access/authorise.ts', 'lucia'],
  ['uploadthing-in-one-folder', 'app/modules/files/commands.server.ts', 'uploadthing/server'],
  ['the-remix-package-is-empty', 'app/routes/public/old.tsx', 'remix'],
  ['imports-exist', 'app/http/headers.ts', '~/http/nowhere'],
];

describe('a planted breach is seen', () => {
  let folder: string;
  let found: Violation[];

  function plant(path: string, source: string) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
    copyFileSync('tsconfig.json', join(folder, 'tsconfig.json'));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const targets = [
      'app/access/actor.ts', 'app/modules/calls/queries.server.ts', 'app/modules/identity/queries.server.ts', 'app/jobs/outbox.ts',
      'app/http/act.server.ts', 'app/ui/button.tsx', 'app/modules/weather/queries.server.ts', 'app/routes/public/about.tsx', 'db/kit.ts',
    ];
    for (const target of targets) plant(target, value);
    for (const [, file, imported] of breaches) plant(file, using(imported));
    plant('app/access/one.ts', "import { two } from './two';\nexport const one = () => two;\n");
    plant('app/access/two.ts', "import { one } from './one';\nexport const two = () => one;\n");
    plant('app/shared/errors.ts', "import type { other } from '~/i18n/codes';\nexport type Code = typeof other;\n");
    plant('app/i18n/codes.ts', 'export const other = 1;\n');
    found = violations(folder, ['app', 'db']);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(breaches)('%s: %s may not import %s', (rule, file) => {
    expect(found.filter((violation) => violation.from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  test('two files that import each other are a circle', () => {
    expect(found.map((violation) => violation.rule.name)).toContain('no-circles');
  });

  test('the type of a refusal may be known in shared', () => {
    expect(found.filter((violation) => violation.from === 'app/shared/errors.ts')).toEqual([]);
  });
});
