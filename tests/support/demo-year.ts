import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPortalOf } from './browser';

/** Fills the demo year once; every journey begins with a copy of it. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-demo-year-'));
  const { stop } = await startPortalOf(folder, () => new Date());
  await stop();
  process.env.DEMO_YEAR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
