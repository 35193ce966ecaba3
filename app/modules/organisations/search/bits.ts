/** A set of small whole numbers, one bit each: what a search has found, by place in the alphabet. */
export type Bits = Uint32Array;

/** An empty set for numbers below `size`. */
export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

/** The set of all numbers below `size`. */
export function allBits(size: number): Bits {
  const bits = noBits(size).fill(0xffffffff);
  if (size & 31) bits[bits.length - 1] = (1 << (size & 31)) - 1;
  return bits;
}

/** Adds a number. */
export function add(bits: Bits, n: number): void {
  bits[n >>> 5] = (bits[n >>> 5] ?? 0) | (1 << (n & 31));
}

/** Takes a number out. */
export function takeOut(bits: Bits, n: number): void {
  bits[n >>> 5] = (bits[n >>> 5] ?? 0) & ~(1 << (n & 31));
}

/** Keeps in the first set only what is in the second too. */
export function keepOnly(bits: Bits, other: Bits): void {
  for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] ?? 0) & (other[i] ?? 0);
}

/** Adds all of the second set to the first. */
export function addAll(bits: Bits, other: Bits): void {
  for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] ?? 0) | (other[i] ?? 0);
}

/** How many bits of 32 are set. */
export function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many numbers are in the set. */
export function size(bits: Bits): number {
  let n = 0;
  for (let i = 0; i < bits.length; i += 1) n += ones(bits[i] ?? 0);
  return n;
}

/** How many numbers are in both sets. */
export function sizeOfBoth(bits: Bits, other: Bits): number {
  let n = 0;
  for (let i = 0; i < bits.length; i += 1) n += ones((bits[i] ?? 0) & (other[i] ?? 0));
  return n;
}

/** Whether the number is in the set. */
export function has(bits: Bits, n: number): boolean {
  return ((bits[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0;
}

/** Some numbers of the set in rising order: `count` of them after the first `skip`, without looking at those one by one. */
export function some(bits: Bits, skip: number, count: number): number[] {
  const found: number[] = [];
  let left = skip;
  for (let i = 0; i < bits.length && found.length < count; i += 1) {
    let word = bits[i] ?? 0;
    if (word === 0) continue;
    const here = ones(word);
    if (left >= here) {
      left -= here;
      continue;
    }
    for (; word !== 0 && found.length < count; word &= word - 1) {
      if (left > 0) left -= 1;
      else found.push((i << 5) + (31 - Math.clz32(word & -word)));
    }
  }
  return found;
}
