import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

type Wanted = { port: number; dataDir: string; databaseUrl?: string };

/** The built portal as a process of its own. */
export async function startServer({ port, dataDir, databaseUrl = '' }: Wanted) {
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['bench/portal-process.mjs'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ORIGIN: origin, NODE_ENV: 'production', DEMO: '', DATABASE_URL: databaseUrl, SMTP_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(child, origin).catch(async (error: unknown) => {
    await end(child, 'SIGKILL');
    throw error;
  });
  return {
    origin,
    /** kill -9: no handler runs, nothing is flushed. */
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  for (let i = 0; i < 6000; i += 1) {
    if (child.exitCode !== null) throw new Error(`the portal ended with ${child.exitCode}`);
    const ready = await fetch(`${origin}/readyz`).then(({ ok }) => ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the portal did not become ready');
}
