import { createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { eicar } from './malicious-files';

type Mood = 'well' | 'silent' | 'hangs up' | 'full';

/** A scanner that speaks clamd's protocol (zINSTREAM, chunks behind their length) and knows one virus. */
export async function fakeClamd() {
  const seen: number[] = [];
  const state: { mood: Mood } = { mood: 'well' };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let came = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      came = Buffer.concat([came, chunk]);
      if (state.mood === 'hangs up') return void socket.destroy();
      const whole = state.mood === 'silent' ? null : read(came);
      if (!whole) return;
      seen.push(whole.length);
      const answer = state.mood === 'full' ? 'INSTREAM size limit exceeded. ERROR' : whole.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
      socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, seen, state };
}

/** All bytes of a stream that came whole, or null while some are missing; anything else is not the protocol. */
function read(came: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (came.length < command.length) return null;
  if (!came.subarray(0, command.length).equals(command)) throw new Error('not INSTREAM');
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= came.length; ) {
    const length = came.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(came.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
