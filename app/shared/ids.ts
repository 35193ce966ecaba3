import { randomBytes } from 'node:crypto';

import { sha256Hex } from './sha256';
import { fold, latin } from './text';

// No vowels: an id in an address never spells a word.
const idAlphabet = '0123456789bcdfghjklmnpqrstvwxyz';
// No vowels and no look-alikes: a receipt is read over the telephone.
const codeAlphabet = '23456789CDFGHJKMNPQRTVWXY';

function encode(bytes: Uint8Array, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let left = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
  let text = '';
  while (text.length < length) {
    text = (alphabet[Number(left % base)] ?? '') + text;
    left /= base;
  }
  return text;
}

// Drawn for many at once: asking the system for each costs more than the rest.
let pool = randomBytes(0);
let at = 0;

/** A new id for a row: 128 random bits in 26 signs that may stand in an address. */
export function newId(): string {
  if (at >= pool.length) {
    pool = randomBytes(16 * 64);
    at = 0;
  }
  return encode(pool.subarray(at, (at += 16)), idAlphabet, 26);
}

/** A new secret for a link or a session: 256 random bits; only its digest is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. */
export function digest(token: string): string {
  return sha256Hex(token);
}

/** A code for a receipt that can be read aloud: "7KQ4-M2XT". */
export function receiptCode(bytes: Uint8Array = randomBytes(16)): string {
  const code = encode(bytes, codeAlphabet, 8);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The part of an address made from a name: "Fundacja Зустріч" is "fundacja-zustricz"; a taken one gets a number. */
export function slugOf(name: string, taken: ReadonlySet<string> | readonly string[] = []): string {
  const used = taken instanceof Set ? (taken as ReadonlySet<string>) : new Set(taken);
  const plain = fold(latin(name)).replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '');
  const base = cut(plain, 60) || 'wpis';
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`;
    const slug = cut(base, 60 - ending.length) + ending;
    if (!used.has(slug)) return slug;
  }
}

const cut = (text: string, length: number) => text.slice(0, length).replace(/-+$/, '');
