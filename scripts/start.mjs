// Makes the portal ready, then starts it. One process from here on, so that a signal to stop reaches it.
// The libraries always run in their production mode, which is several times faster; whether this is
// a production portal or a demo is told by the NODE_ENV that was given.
import { spawnSync } from 'node:child_process';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const ready = spawnSync(process.execPath, [`${root}/scripts/ready.mjs`, '--build'], { stdio: 'inherit' });
if (ready.status !== 0) process.exit(ready.status ?? 1);

module.enableCompileCache?.();
const env = { ...process.env };
process.env.NODE_ENV = 'production';

const { run } = await import('../build/portal.js');
await run(env, root);

// npm starts its command through a shell that does not pass signals on: when it is gone, stop as well.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
