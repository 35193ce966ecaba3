/** The verdict on a typed number: the digits to keep, or why not. */
export type Checked<Code extends string> = { ok: true; value: string } | { ok: false; code: Code };

const tidy = (input: string) => input.replace(/[\s\u00a0\u202f\-–]/g, '').replace(/^PL/i, '');
const isNothing = (digits: string) => /^0*$/.test(digits);

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0) % 11;
}

const nipWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const regon9Weights = [8, 9, 2, 3, 4, 5, 6, 7];
const regon14Weights = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

/** A tax number (NIP). A remainder of 10 was never issued. */
export function checkNip(input: string): Checked<'nip.length' | 'nip.check'> {
  const value = tidy(input);
  if (!/^\d{10}$/.test(value)) return { ok: false, code: 'nip.length' };
  const fits = !isNothing(value) && weighted(value, nipWeights) === Number(value[9]);
  return fits ? { ok: true, value } : { ok: false, code: 'nip.check' };
}

const regonFits = (digits: string, weights: readonly number[]) =>
  weighted(digits, weights) % 10 === Number(digits[weights.length]);

/** A statistical number (REGON) of 9 or 14 digits; a head office that the court register padded with zeros is cut to 9. */
export function checkRegon(input: string): Checked<'regon.length' | 'regon.check'> {
  const typed = tidy(input);
  const value = /^\d{9}0{5}$/.test(typed) ? typed.slice(0, 9) : typed;
  if (!/^(?:\d{9}|\d{14})$/.test(value)) return { ok: false, code: 'regon.length' };
  const fits = !isNothing(value) && regonFits(value, regon9Weights) && (value.length === 9 || regonFits(value, regon14Weights));
  return fits ? { ok: true, value } : { ok: false, code: 'regon.check' };
}

/** A court register number (KRS): ten digits with their leading zeros; it has no check digit. */
export function checkKrs(input: string): Checked<'krs.format'> {
  const value = tidy(input);
  return /^\d{10}$/.test(value) && !isNothing(value) ? { ok: true, value } : { ok: false, code: 'krs.format' };
}

const remainder97 = (account: string, control: string) => BigInt(`${account}2521${control}`) % 97n;

/** A Polish bank account (NRB), also typed as an IBAN. */
export function checkNrb(input: string): Checked<'nrb.length' | 'nrb.check'> {
  const value = tidy(input);
  if (!/^\d{26}$/.test(value)) return { ok: false, code: 'nrb.length' };
  const fits = remainder97(value.slice(2), value.slice(0, 2)) === 1n;
  return fits ? { ok: true, value } : { ok: false, code: 'nrb.check' };
}

/** A tax number as it is written: 123-456-78-54. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1-$2-$3-$4');
}

/** An account number as it is written: two digits, then fours. */
export function formatNrb(nrb: string): string {
  return nrb.replace(/^(\d{2})(\d{24})$/, (_, control: string, account: string) =>
    [control, ...(account.match(/\d{4}/g) ?? [])].join('\u00a0'),
  );
}

function numbered(n: number, digits: number): string {
  if (!Number.isInteger(n) || n < 0 || String(n).length > digits) throw new RangeError(`no synthetic number ${n}`);
  return String(n).padStart(digits, '0');
}

/** An invented tax number that passes its check and belongs to nobody. */
export function syntheticNip(n: number): string {
  const start = `999${numbered(n, 5)}`;
  // When the last free digit 0 leaves the remainder 10, the digit 1 leaves 6.
  const body = weighted(`${start}0`, nipWeights) === 10 ? `${start}1` : `${start}0`;
  return body + weighted(body, nipWeights);
}

/** An invented statistical number. */
export function syntheticRegon(n: number): string {
  const body = `990${numbered(n, 5)}`;
  return body + (weighted(body, regon9Weights) % 10);
}

/** An invented court register number. */
export function syntheticKrs(n: number): string {
  return `00${numbered(990_000 + n, 8)}`;
}

/** An invented account in a bank that does not exist. */
export function syntheticNrb(n: number): string {
  const account = `99900009${numbered(n, 16)}`;
  return String(98n - remainder97(account, '00')).padStart(2, '0') + account;
}
