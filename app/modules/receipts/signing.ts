import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type JsonWebKey } from 'node:crypto';
import { canonicalJson } from '~/shared/canonical-json';

/** What the signature is of; anybody can write the same text from a receipt and check it without the portal. */
export type Signed = { number: string; kind: string; about: string; issuedAt: Date; sha256: string };

/** The exact text that is signed: canonical JSON, the time in UTC to the millisecond. */
export function signedText({ number, kind, about, issuedAt, sha256 }: Signed): string {
  return canonicalJson({ about, issuedAt: issuedAt.toISOString(), kind, number, sha256 });
}

/** A new pair of Ed25519 keys in the form of RFC 8037, without padding. */
export function newKeyPair(): { publicKey: string; privateKey: string } {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (!x || !d) throw new Error('no key');
  return { publicKey: x, privateKey: d };
}

const jwk = (more: JsonWebKey): JsonWebKey => ({ kty: 'OKP', crv: 'Ed25519', ...more });

/** The signature of a receipt. */
export function signReceipt(receipt: Signed, { publicKey, privateKey }: { publicKey: string; privateKey: string }): string {
  const key = createPrivateKey({ key: jwk({ x: publicKey, d: privateKey }), format: 'jwk' });
  return sign(null, Buffer.from(signedText(receipt)), key).toString('base64url');
}

/** Whether this key signed exactly this receipt. */
export function isSigned(receipt: Signed, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(signedText(receipt)), createPublicKey({ key: jwk({ x: publicKey }), format: 'jwk' }), Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
