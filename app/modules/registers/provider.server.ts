import { offlineProvider } from './offline.server';

/** Asks the register for the extract of one number: as it came, undefined when the number is not there; throws when it does not answer. */
export type RegisterProvider = (krs: string) => Promise<unknown>;

const largest = 1024 * 1024;

type Http = { url: string; patience?: number };

/** The register over HTTP; an organisation that does business may stand among entrepreneurs only, so both parts are asked. */
export function httpProvider({ url, patience = 5000 }: Http): RegisterProvider {
  const base = url.replace(/\/+$/, '');
  return async (krs) => {
    // One clock for both questions: nobody waits longer than this for a page.
    const signal = AbortSignal.timeout(patience);
    for (const part of ['S', 'P']) {
      const answer = await fetch(`${base}/OdpisAktualny/${krs}?rejestr=${part}&format=json`, { signal, redirect: 'error', headers: { accept: 'application/json' } });
      if (answer.status === 404) {
        await answer.body?.cancel();
        continue;
      }
      if (!answer.ok) throw new Error(`the register answered ${answer.status}`);
      return JSON.parse(await textOf(answer)) as unknown;
    }
    return undefined;
  };
}

async function textOf(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > largest) {
      await reader?.cancel();
      throw new Error('the register answered with more than an extract can be');
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Who answers for the register under these settings. */
export function providerOf({ krsUrl }: { krsUrl: string }): RegisterProvider {
  return krsUrl === 'offline' ? offlineProvider() : httpProvider({ url: krsUrl });
}
