import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('kill -9 while a call takes its last offers loses nothing that was acknowledged', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/kill.ts', '20', '2'], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', VITEST: '' } });
  expect(stdout + stderr).toContain('20 whole, 0 lost, 0 half-saved, 0 receipt numbers twice, audit chain whole');
  expect(status).toBe(0);
});
