// Autosaves as the page sends them, over connections that stay open, each as soon as the one before it is acknowledged.
import type { Ready } from './kill-scene';
import { saveBody, savePath } from './saves-text';
import { formRequest, Wire } from './wire';

export type SaveOrder = { port: number; offers: Ready[]; seconds: number };
export type Saved = { perSecond: number; p50: number; p99: number; requests: number; failed: number; versions: Record<string, number>; odd?: string };

async function run({ port, offers, seconds }: SaveOrder): Promise<Saved> {
  const times: number[] = [];
  const versions: Record<string, number> = {};
  let failed = 0;
  let odd: string | undefined;
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    offers.map(async (offer) => {
      const wire = new Wire(port);
      let { version } = offer;
      // The text is another each time and yet written only once, so that the one who asks is not the slower one.
      const bodies = [0, 1].map((turn) => saveBody(offer, 9_999_999, turn));
      for (let turn = 0; performance.now() < until; turn += 1) {
        const asked = performance.now();
        const answer = await wire.ask(formRequest(port, savePath(offer.applicationId), offer.cookie, bodies[turn % 2]!.replace('9999999', String(version))));
        times.push(performance.now() - asked);
        const kept = answer.status === 200 ? /"version":(\d+)/.exec(answer.body)?.[1] : undefined;
        if (kept === undefined) {
          failed += 1;
          odd ??= `${answer.status} ${answer.body.slice(0, 300)}`;
          break;
        }
        version = Number(kept);
      }
      versions[offer.applicationId] = version;
      wire.close();
    }),
  );
  times.sort((a, b) => a - b);
  const took = (performance.now() - started) / 1000;
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), requests: times.length, failed, versions, ...(odd ? { odd } : {}) };
}

process.on('message', (order: SaveOrder) => void run(order).then((saved) => process.send?.(saved)));
