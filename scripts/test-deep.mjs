// Tries the properties of money, deadlines and merging with a hundred thousand cases each,
// and fills the demo year on every second Thursday of a year.
import { spawnSync } from 'node:child_process';

const files = ['tests/modules/applications/properties.test.ts', 'tests/demo.test.ts', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'portal', ...files], { stdio: 'inherit', env: { ...process.env, CASES: '100000' } });
process.exit(status ?? 1);
