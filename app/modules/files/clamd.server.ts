import { connect } from 'node:net';
import type { Readable } from 'node:stream';

export type Verdict = { clean: true } | { clean: false; found: string };
export type Scanner = (bytes: Readable) => Promise<Verdict>;

const header = (size: number) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
};

/** Reads clamd's answer; anything but a plain yes or no is an error, never a yes. */
export function verdictOf(answer: string): Verdict {
  const text = answer.replace(/\0/g, '').trim();
  if (text === 'stream: OK') return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (found) return { clean: false, found: found.slice(0, 120) };
  throw new Error(`clamd answered: ${text.slice(0, 120) || 'nothing'}`);
}

/** A scanner that sends bytes to clamd over TCP (INSTREAM: each chunk behind its length, a length of zero at the end). */
export function clamd({ host, port, timeout = 60_000 }: { host: string; port: number; timeout?: number }): Scanner {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port });
      let answer = '';
      const fail = (error: Error) => {
        bytes.destroy();
        socket.destroy();
        reject(error);
      };
      socket.setTimeout(timeout, () => fail(new Error('clamd is silent')));
      socket.setEncoding('utf8');
      socket.on('data', (said: string) => (answer += said));
      socket.on('error', fail);
      socket.on('close', () => {
        try {
          resolve(verdictOf(answer));
        } catch (error) {
          fail(error as Error);
        }
      });
      const write = async () => {
        socket.write('zINSTREAM\0');
        for await (const chunk of bytes) {
          const part = Buffer.from(chunk as Uint8Array);
          if (part.length === 0 || socket.destroyed) continue;
          socket.write(header(part.length));
          if (!socket.write(part)) await new Promise<void>((go) => socket.once('drain', go).once('close', go));
        }
        if (!socket.destroyed) socket.end(header(0));
      };
      socket.on('connect', () => void write().catch(fail));
    });
}
