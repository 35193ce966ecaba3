import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs as UploadThing signs its upload addresses and callbacks. */
export function sign(secret: string, text: string): string {
  return `hmac-sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export type SignedUpload = { key: string; size: number; name: string; type: string };

/** Reads a signed upload address; null when the signature, the time or the key is wrong. */
export function readSigned(url: URL, { base, secret, now }: { base: string; secret: string; now: Date }): SignedUpload | null {
  // The signature covers the text of the address before "&signature=", exactly as it was printed.
  const match = /^(.*)[?&]signature=([^&]+)$/.exec(url.search);
  if (!match?.[2]) return null;
  const signed = base + url.pathname.replace(/^\/ingest/, '') + match[1];
  if (!same(sign(secret, signed), decodeURIComponent(match[2]))) return null;
  if (Number(url.searchParams.get('expires')) < now.getTime()) return null;
  const key = url.pathname.split('/').pop() ?? '';
  if (!/^[A-Za-z0-9]{20,64}$/.test(key)) return null;
  return {
    key,
    size: Number(url.searchParams.get('x-ut-file-size')),
    name: decodeURIComponent(url.searchParams.get('x-ut-file-name') ?? ''),
    type: decodeURIComponent(url.searchParams.get('x-ut-file-type') ?? ''),
  };
}
