import { randomBytes } from 'node:crypto';
import type { Told } from './kill-check';
import type { Ready } from './kill-scene';

/** What the clients have seen so far. */
export type Seen = { told: Told[]; underWay: Set<string>; cut: number; pages: number; odd: string[] };

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const patience = 60_000;

/** Hands one offer in as a browser would: the same form with the same key again and again until there is an answer, then the receipt. */
export async function handIn(origin: string, offer: Ready, seen: Seen): Promise<void> {
  const key = randomBytes(16).toString('base64url');
  const page = `${origin}/pl/applications/${offer.applicationId}`;
  const headers = { cookie: offer.cookie, origin };
  const body = new URLSearchParams({ intent: 'submit', _key: key, version: String(offer.version) });
  let cutAt: Date | undefined;
  const persist = async (path: string, init: RequestInit): Promise<{ status: number; location: string; html: string }> => {
    for (const until = performance.now() + patience; performance.now() < until; ) {
      try {
        const answer = await fetch(`${page}/${path}`, { ...init, headers, redirect: 'manual' });
        return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() };
      } catch {
        if (init.method === 'POST') cutAt ??= new Date();
        seen.cut += 1;
        await pause(50);
      }
    }
    return { status: 0, location: '', html: '' };
  };
  seen.underWay.add(key);
  const answer = await persist('check', { method: 'POST', body });
  seen.underWay.delete(key);
  if (answer.status !== 303 || !answer.location.endsWith(`/applications/${offer.applicationId}/receipt`)) {
    seen.odd.push(`${offer.title}: answered ${answer.status} ${answer.location}`);
    return;
  }
  // From here on the offer is acknowledged, whatever becomes of the page with the receipt.
  const mine: Told = { ...offer, key, receipt: '', sha256: '', cutAt };
  seen.told.push(mine);
  const { html } = await persist('receipt', { method: 'GET' });
  mine.receipt = /OK-\d{4}-\d{6}/.exec(html)?.[0] ?? '';
  mine.sha256 = /[0-9a-f]{64}/.exec(html)?.[0] ?? '';
}

const pages = ['/pl', '/uk/calls', '/pl/organisations', '/en/initiatives', '/de/how-it-works', '/ru/consultations'];

/** Somebody without an account who opens page after page while it lasts. */
export async function readPages(origin: string, first: number, seen: Seen, lasts: () => boolean): Promise<void> {
  for (let i = first; lasts(); i += 1) {
    const status = await fetch(origin + pages[i % pages.length]).then((answer) => answer.text().then(() => answer.status)).catch(() => 0);
    if (status === 200) seen.pages += 1;
    else if (status === 0) await pause(50);
    else seen.odd.push(`${pages[i % pages.length]}: answered ${status}`);
  }
}
