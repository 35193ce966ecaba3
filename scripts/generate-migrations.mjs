// Writes the next migration of both engines from db/schema; read them before you commit them.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const afresh = process.argv.includes('--afresh');
for (const engine of ['sqlite', 'postgresql']) {
  if (afresh) rmSync(`db/migrations/${engine}`, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', '--name', process.env.NAME ?? 'portal'], {
    stdio: 'inherit',
    env: { ...process.env, DB_ENGINE: engine },
  });
  if (status) process.exit(status);
}
