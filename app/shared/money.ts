import type { Lang } from './text';

declare const groszeBrand: unique symbol;
/** An amount of Polish money as a whole number of grosze. */
export type Grosze = number & { readonly [groszeBrand]: true };

/** Takes a whole number as an amount of money. */
export function grosze(amount: number): Grosze {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of grosze: ${amount}`);
  return (amount === 0 ? 0 : amount) as Grosze;
}

const largestTyped = 10 ** 13;
const spaces = /[\s\u00a0\u2007\u2009\u202f]/g;
const shapes = [
  { shape: /^\d+(?:[.,]\d{1,2})?$/, decimal: /[.,]/, group: /(?!)/g },
  { shape: /^\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?$/, decimal: /[.,]/, group: / /g },
  { shape: /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/, decimal: /,/, group: /\./g },
  { shape: /^\d{1,3}(?:,\d{3})+\.\d{1,2}$/, decimal: /\./, group: /,/g },
  { shape: /^\d{1,3}(?:,\d{3}){2,}$/, decimal: /(?!)/, group: /,/g },
];

function parseHundredths(text: string): number | null {
  const tidy = text.replace(spaces, ' ').trim();
  const found = shapes.find(({ shape }) => shape.test(tidy));
  if (!found) return null;
  const [whole = '0', part = ''] = tidy.replace(found.group, '').split(found.decimal);
  const value = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return value <= largestTyped ? value : null;
}

/**
 * An amount as people type it: "1 234,56", "1.234,56", "1,234.56", "1234.5 zł".
 * "1.234" is one thousand two hundred and thirty-four; "1,234" is refused, because in Poland it could be a slip in the decimals.
 */
export function parseMoney(text: string, { negative = false }: { negative?: boolean } = {}): Grosze | null {
  const bare = text.replace(spaces, ' ').trim().replace(/ ?(?:zł|zl|pln)\.?$/i, '');
  const below = /^[-−–] ?/.test(bare);
  if (below && !negative) return null;
  const value = parseHundredths(bare.replace(/^[-−–] ?/, ''));
  return value === null ? null : grosze(below ? -value : value);
}

/** A number of units with at most two decimals, as people type it, in whole hundredths. */
export function parseQuantity(text: string): number | null {
  return parseHundredths(text);
}

/** A decimal that Intl reads exactly, where a division by 100 could lose a grosz. */
function decimal(hundredths: number): `${number}` {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}

const locales: Record<Lang, string> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA', de: 'de-DE', ru: 'ru-RU' };
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: Lang, kind: 'amount' | 'quantity' | 'percent'): Intl.NumberFormat {
  const key = `${lang} ${kind}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[lang], {
    style: kind === 'percent' ? 'percent' : 'decimal',
    useGrouping: true,
    minimumFractionDigits: kind === 'amount' ? 2 : 0,
    maximumFractionDigits: 2,
  });
  formats.set(key, made);
  return made;
}

/** The amount in the reader's figures, without the currency: for columns headed "zł". */
export function formatAmount(amount: number, lang: Lang): string {
  return numberFormat(lang, 'amount').format(decimal(amount));
}

/** The amount in the reader's figures with the currency: "12 500,00 zł". */
export function formatMoney(amount: number, lang: Lang): string {
  return `${formatAmount(amount, lang)}\u00a0zł`;
}

/** The amount as it stands in an input: "12500,00". */
export function plainAmount(amount: number): string {
  return decimal(amount).replace('.', ',');
}

/** A number of units in the reader's figures, from hundredths: "2,5". */
export function formatQuantity(hundredths: number, lang: Lang): string {
  return numberFormat(lang, 'quantity').format(decimal(hundredths));
}

function divideHalfUp(dividend: bigint, divisor: bigint): number {
  const below = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * top + bottom) / (2n * bottom);
  return Number(below ? -rounded : rounded);
}

/** The share of a part in a whole, in hundredths of a percent, half up: 75 % is 7500; of nothing it is 0. */
export function percentOf(part: Grosze, whole: Grosze): number {
  return whole === 0 ? 0 : divideHalfUp(BigInt(part) * 10_000n, BigInt(whole));
}

/** A share counted in hundredths of a percent, in the reader's figures: "75%", "62,5%". */
export function formatPercent(hundredths: number, lang: Lang): string {
  return numberFormat(lang, 'percent').format(`${hundredths}e-4` as `${number}`);
}

/** Unit cost times a quantity given in hundredths, half up to a grosz. */
export function multiply(unitCost: Grosze, quantityHundredths: number): Grosze {
  return grosze(divideHalfUp(BigInt(unitCost) * BigInt(quantityHundredths), 100n));
}

/** The sum of the amounts. */
export function sum(amounts: Iterable<Grosze>): Grosze {
  let total = 0;
  for (const amount of amounts) total += amount;
  return grosze(total);
}

/** Shares of the total in proportion to whole weights; the odd grosze go to the largest remainders, so that nothing is lost. */
export function split(total: Grosze, weights: readonly number[]): Grosze[] {
  if (weights.length === 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('weights must be whole, not negative, and at least one');
  }
  const shares = weights.every((weight) => weight === 0) ? weights.map(() => 1n) : weights.map(BigInt);
  const whole = shares.reduce((left, right) => left + right, 0n);
  const amount = BigInt(Math.abs(total));
  const parts = shares.map((share, index) => ({
    index,
    floor: (amount * share) / whole,
    remainder: (amount * share) % whole,
  }));
  let odd = amount - parts.reduce((left, part) => left + part.floor, 0n);
  const byRemainder = [...parts].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const part of byRemainder) {
    if (odd === 0n) break;
    part.floor += 1n;
    odd -= 1n;
  }
  return parts.map((part) => grosze(Number(total < 0 ? -part.floor : part.floor)));
}

const below20 = ['', 'jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem', 'dziewięć', 'dziesięć', 'jedenaście', 'dwanaście', 'trzynaście', 'czternaście', 'piętnaście', 'szesnaście', 'siedemnaście', 'osiemnaście', 'dziewiętnaście'];
const tens = ['', '', 'dwadzieścia', 'trzydzieści', 'czterdzieści', 'pięćdziesiąt', 'sześćdziesiąt', 'siedemdziesiąt', 'osiemdziesiąt', 'dziewięćdziesiąt'];
const hundreds = ['', 'sto', 'dwieście', 'trzysta', 'czterysta', 'pięćset', 'sześćset', 'siedemset', 'osiemset', 'dziewięćset'];
const scales = [
  ['', '', ''],
  ['tysiąc', 'tysiące', 'tysięcy'],
  ['milion', 'miliony', 'milionów'],
  ['miliard', 'miliardy', 'miliardów'],
  ['bilion', 'biliony', 'bilionów'],
] as const;

function polishForm(count: number, [one, few, many]: readonly [string, string, string]): string {
  if (count === 1) return one;
  const [unit, teen] = [count % 10, Math.floor(count / 10) % 10 === 1];
  return unit >= 2 && unit <= 4 && !teen ? few : many;
}

function belowThousand(count: number): string[] {
  const rest = count % 100;
  const low = rest < 20 ? [below20[rest]] : [tens[Math.floor(rest / 10)], below20[rest % 10]];
  return [hundreds[Math.floor(count / 100)], ...low].filter((word): word is string => Boolean(word));
}

/** The amount in Polish words, as an agreement states it: "dwanaście tysięcy pięćset złotych 00/100". */
export function amountInWordsPl(amount: number): string {
  const whole = Math.floor(Math.abs(amount) / 100);
  const words: string[] = [];
  for (let left = whole, scale = 0; left > 0; left = Math.floor(left / 1000), scale += 1) {
    const group = left % 1000;
    const name = scales[scale];
    if (!name) throw new RangeError(`too large for words: ${amount}`);
    if (group > 0) words.unshift(...belowThousand(group), ...(scale > 0 ? [polishForm(group, name)] : []));
  }
  const cents = String(Math.abs(amount) % 100).padStart(2, '0');
  return [amount < 0 ? 'minus' : '', ...(words.length ? words : ['zero']), polishForm(whole, ['złoty', 'złote', 'złotych']), `${cents}/100`]
    .filter(Boolean)
    .join(' ');
}
