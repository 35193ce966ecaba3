import { connect, type Socket } from 'node:net';

export type Answer = { status: number; location: string; readonly body: string };

/** One connection that stays open: asks, waits for the whole answer, asks again; opens itself anew after it was cut. */
export class Wire {
  private socket: Socket | undefined;
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  private read: Buffer = Buffer.alloc(0);

  constructor(private readonly port: number) {}

  /** Sends the bytes of a request; the answer when it is whole, or the error that cut it. */
  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.open().write(request);
    });
  }

  close(): void {
    this.socket?.destroy();
  }

  private open(): Socket {
    if (this.socket && !this.socket.destroyed && this.socket.writable) return this.socket;
    const socket = connect(this.port, '127.0.0.1');
    socket.setNoDelay(true);
    this.read = Buffer.alloc(0);
    const cut = (error?: Error) => {
      socket.destroy();
      if (this.socket === socket) this.settle((waiting) => waiting.reject(error ?? new Error('cut')));
    };
    socket.on('error', cut).on('close', () => cut()).on('data', (part: Buffer) => this.take(part));
    return (this.socket = socket);
  }

  private settle(how: (waiting: NonNullable<Wire['waiting']>) => void): void {
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) how(waiting);
  }

  private take(part: Buffer): void {
    this.read = this.read.length === 0 ? part : Buffer.concat([this.read, part]);
    const end = this.read.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.read.toString('latin1', 0, end);
    const bytes = this.read.subarray(end + 4);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined ? !bytes.subarray(-5).equals(lastChunk) : bytes.length < Number(length)) return;
    this.read = Buffer.alloc(0);
    const answer = { status: Number(head.slice(9, 12)), location: /\r\nlocation: ([^\r]*)/i.exec(head)?.[1] ?? '', get body() { return bytes.toString(); } };
    this.settle((waiting) => waiting.resolve(answer));
  }
}

const lastChunk = Buffer.from('0\r\n\r\n');

/** The bytes of a form as a signed-in browser sends it. */
export function formRequest(port: number, path: string, cookie: string, body: string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`, `Host: localhost:${port}`, `Origin: http://localhost:${port}`, 'Sec-Fetch-Site: same-origin', `Cookie: ${cookie}`, 'Accept: */*',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Content-Type: application/x-www-form-urlencoded;charset=UTF-8', `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
