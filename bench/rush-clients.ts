// Everybody who writes in the last minute of a call, and readers beside them. Open loop: each act has its planned moment, and its wait counts from there.
import { randomBytes } from 'node:crypto';
import { draws } from './data-draws';
import type { Ready } from './kill-scene';
import { saveBody, savePath } from './saves-text';
import { searches } from './rush-searches';
import { formRequest, Wire, type Answer } from './wire';

/** Times in milliseconds of the wall clock. `handIn` is how long before the end the first offer is handed in. */
export type RushOrder = { port: number; offers: Ready[]; begin: number; end: number; handIn: number; every: [number, number]; readersPerSecond: number; late: number };
export type Wait = { planned: number; took: number };
export type RushTold = {
  saves: Wait[]; submits: Wait[]; pages: Wait[];
  saved: { id: string; version: number; turn: number }[];
  receipts: { id: string; sent: number }[];
  lateAccepted: string[]; retries: number; odd: string[];
};

/** As many as a proxy in front of the portal keeps open: whoever asks while all are taken waits, and the wait counts. */
const readerConnections = 64;

const pause = (ms: number) => (ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : Promise.resolve());

async function run({ port, offers, begin, end, handIn, every, readersPerSecond, late }: RushOrder): Promise<RushTold> {
  const told: RushTold = { saves: [], submits: [], pages: [], saved: [], receipts: [], lateAccepted: [], retries: 0, odd: [] };
  const random = draws(7);
  const now = () => performance.timeOrigin + performance.now();

  const pages = searches.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip\r\n\r\n`));

  /** Sends until there is an answer; whoever is cut off tries again after about a second. The page itself waits five. */
  async function persist(wire: Wire, request: Buffer): Promise<Answer> {
    for (;;) {
      try {
        const answer = await wire.ask(request);
        if (answer.status !== 503) return answer;
      } catch {
        // The server is away.
      }
      told.retries += 1;
      await pause(500 + random() * 1000);
    }
  }

  async function write(offer: Ready, n: number) {
    const wire = new Wire(port);
    let { version } = offer;
    const gap = () => every[0] + random() * (every[1] - every[0]);
    const isLate = n < late;
    const leaves = handIn === 0 ? end : isLate ? end + 200 + random() * 300 : end - handIn + random() * (handIn - 500);
    let turn = 0;
    for (let planned = begin + random() * every[1]; planned < leaves - 300 && planned < end; planned += gap()) {
      await pause(planned - now());
      turn += 1;
      const answer = await persist(wire, formRequest(port, savePath(offer.applicationId), offer.cookie, saveBody(offer, version, turn)));
      told.saves.push({ planned, took: now() - planned });
      const kept = answer.status === 200 ? Number(/"version":(\d+)/.exec(answer.body)?.[1]) : Number.NaN;
      if (Number.isNaN(kept)) told.odd.push(`saving: ${answer.status} ${answer.body.slice(0, 200)}`);
      else {
        version = kept;
        told.saved.push({ id: offer.applicationId, version, turn });
      }
    }
    if (handIn > 0) {
      await pause(leaves - now());
      const sent = now();
      const body = new URLSearchParams({ intent: 'submit', _key: randomBytes(16).toString('base64url'), version: String(version) }).toString();
      const answer = await persist(wire, formRequest(port, `/pl/applications/${offer.applicationId}/check`, offer.cookie, body));
      const accepted = answer.status === 303 && answer.location.endsWith('/receipt');
      if (!isLate) told.submits.push({ planned: leaves, took: now() - leaves });
      if (accepted) told.receipts.push({ id: offer.applicationId, sent });
      if (accepted && sent >= end) told.lateAccepted.push(offer.title);
      if (!accepted && sent < end - 50 && now() < end) told.odd.push(`handing in: ${answer.status} ${answer.location || answer.body.slice(0, 200)}`);
    }
    wire.close();
  }

  let asked = 0;
  /** One of the connections that all readers share: it takes the page that is due next, however late it is. */
  async function read() {
    const wire = new Wire(port);
    for (;;) {
      const n = asked++;
      const planned = begin + (n * 1000) / readersPerSecond;
      if (planned >= end) break;
      await pause(planned - now());
      const { status } = await persist(wire, pages[n % pages.length]!);
      told.pages.push({ planned, took: now() - planned });
      if (status !== 200) told.odd.push(`a page: ${status}`);
    }
    wire.close();
  }

  await Promise.all([...offers.map(write), ...Array.from({ length: readersPerSecond > 0 ? readerConnections : 0 }, read)]);
  return { ...told, odd: told.odd.slice(0, 20) };
}

process.on('message', (order: RushOrder) => void run(order).then((told) => process.send?.(told)));
