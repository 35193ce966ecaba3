import { connect } from 'node:net';

/** What one burst of requests brought; times in milliseconds. */
export type Burst = { perSecond: number; p50: number; p99: number; requests: number; bytes: number; failed: number };
export type Order = { port: number; paths: string[]; headers?: Record<string, string>; connections: number; seconds: number };

const end = Buffer.from('0\r\n\r\n');

/** Sends requests over connections that stay open, each as soon as the answer before it is whole. */
export function burst({ port, paths, headers = {}, connections, seconds }: Order): Promise<Burst> {
  const lines = Object.entries({ Host: `localhost:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\n${lines}\r\n`));
  const times: number[] = [];
  let [next, bytes, failed] = [0, 0, 0];
  const started = performance.now();
  const until = started + seconds * 1000;

  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      let asked = 0;
      let missing = 0;
      let chunked = false;
      let inHead = true;
      const ask = () => {
        asked = performance.now();
        inHead = true;
        socket.write(requests[next++ % requests.length]!);
      };
      const answered = () => {
        const now = performance.now();
        times.push(now - asked);
        if (now < until) return ask();
        socket.end();
        resolve();
      };
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on('close', resolve);
      socket.on('data', (part: Buffer) => {
        bytes += part.length;
        let body = part;
        if (inHead) {
          // The head of every answer here fits into its first part.
          const head = part.indexOf('\r\n\r\n');
          const text = part.toString('latin1', 0, head);
          if (!text.startsWith('HTTP/1.1 200')) failed += 1;
          const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
          chunked = length === undefined && !text.startsWith('HTTP/1.1 304');
          missing = Number(length ?? 0);
          inHead = false;
          body = part.subarray(head + 4);
        }
        missing -= body.length;
        if (chunked ? body.subarray(-5).equals(end) : missing <= 0) answered();
      });
    });

  return Promise.all(Array.from({ length: connections }, one)).then(() => {
    const took = (performance.now() - started) / 1000;
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
    return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), requests: times.length, bytes, failed };
  });
}

// In a process of its own, so that asking does not slow the one that answers.
process.on('message', (order: Order) => {
  burst(order).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
