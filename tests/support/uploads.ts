import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AppLoadContext } from '@remix-run/node';
import { onTestFinished } from 'vitest';
import type { Person } from '~/access/actor';
import { beginSession } from '~/access/session.server';
import { readConfig } from '~/http/config.server';
import { loader as fileLoader } from '~/routes/api/file';
import { action as ingestAction, loader as ingestLoader } from '~/routes/api/ingest';
import { action as announceAction } from '~/routes/api/uploadthing';
import { monday, type Portal } from './portal';

const origin = 'http://portal.test';

type Announced = { name: string; size: number; subjectId: string; purpose?: string; lang?: string };
type Sent = { bytes: Buffer; from?: number; now?: Date; breakAt?: number; name?: string };

/** The addresses of uploads, asked as a browser with its session asks them, with the bytes in a folder of the test. */
export function uploadsOf(p: Portal, settings: Record<string, string> = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-files-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const load = (now: Date): AppLoadContext => ({
    db: p.db, origin, requestId: 'r', ip: '203.0.113.7', now: () => now, mailShown: false, demo: false, config: readConfig({ DATA_DIR: dataDir, ...settings }),
  });

  async function asked(person: Person | null, address: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers);
    if (person) headers.set('cookie', (await beginSession(p.db, origin, person.id)).split(';')[0] ?? '');
    return new Request(new URL(address, origin), { ...init, headers });
  }
  const answered = (work: Promise<unknown>): Promise<Response> =>
    work.catch((error: unknown) => {
      if (error instanceof Response) return error;
      throw error;
    }) as Promise<Response>;

  return {
    /** What a request of this portal carries with it. */
    load: (now = monday) => load(now),
    /** The names of everything that lies in the folder of uploads. */
    kept: () => readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name),

    /** Announces a file; the answer holds the signed address. */
    async announce(person: Person | null, { name, size, subjectId, purpose = 'application_attachment', lang = 'pl' }: Announced, now = monday) {
      const body = JSON.stringify({ input: { purpose, subjectId, lang }, files: [{ name, size, type: 'application/pdf', lastModified: 1 }] });
      const headers = { 'content-type': 'application/json', 'x-uploadthing-package': 'uploadthing/client', 'x-uploadthing-version': '7.7.4' };
      const request = await asked(person, '/api/uploadthing?actionType=upload&slug=attachment', { method: 'POST', body, headers });
      const answer = await answered(announceAction({ request, params: {}, context: load(now) }));
      const said = (await answer.json()) as { url: string; key: string }[] & { message?: string };
      return { status: answer.status, url: said[0]?.url ?? '', key: said[0]?.key ?? '', message: said.message };
    },

    /** Sends bytes to a signed address, whole or from some place on, perhaps breaking off on the way. */
    async put(person: Person | null, url: string, { bytes, from = 0, now = monday, breakAt, name = 'x.pdf' }: Sent) {
      const boundary = 'x-the-boundary';
      const head = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`);
      const whole = Buffer.concat([head, bytes.subarray(from), Buffer.from(`\r\n--${boundary}--\r\n`)]);
      const request = await asked(person, url, {
        method: 'PUT', duplex: 'half', headers: { range: `bytes=${from}-`, 'content-type': `multipart/form-data; boundary=${boundary}` },
        body: breakAt === undefined ? whole : broken(whole.subarray(0, head.length + breakAt)),
      } as RequestInit);
      const answer = await answered(ingestAction({ request, params: {}, context: load(now) }));
      return { status: answer.status, ...((await answer.json()) as { error?: string; serverData?: { id: string } }) };
    },

    /** How many bytes the server has of an announced file, as its client asks after a break. */
    async have(person: Person | null, url: string) {
      const answer = await answered(ingestLoader({ request: await asked(person, url, { method: 'HEAD' }), params: {}, context: load(monday) }));
      return answer.ok ? Number(answer.headers.get('x-ut-range-start')) : `refused ${answer.status}`;
    },

    /** Asks for a file by its id. */
    async take(person: Person | null, id: string) {
      const answer = await answered(fileLoader({ request: await asked(person, `/files/${id}`), params: { id }, context: load(monday) }));
      return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
    },
  };
}

/** A body whose client goes away after these bytes. */
function broken(bytes: Buffer): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (sent < bytes.length) {
        controller.enqueue(new Uint8Array(bytes.subarray(sent, (sent += 16_384))));
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      controller.error(new Error('the client went away'));
    },
  });
}
