import { z } from 'zod';

import type { Checked } from './identifiers';
import { formatMoney, parseMoney, parseQuantity, type Grosze } from './money';
import { isCommonPassword, longestPassword, shortestPassword } from './passwords';
import { cleanText, findPersonalNumbers } from './text';
import { isDay, parseDay, type Day } from './time';

/** A field of a form: whatever the browser sent goes in, a clean value or a refusal code comes out. */
export type Field<T> = z.ZodType<T, unknown>;
type Params = Record<string, string | number>;
type Refuse = (code: string, params?: Params, path?: PropertyKey[]) => undefined;

/** A field that reads what was sent; it gives back the value, or refuses and gives back undefined. */
function field<T>(read: (input: unknown, refuse: Refuse) => T | undefined): Field<T> {
  return z.unknown().optional().transform((input, context): T => {
    let refused = false;
    const value = read(input, (code, params = {}, path = []) => {
      refused = true;
      context.issues.push({ code: 'custom', message: code, params, path, input });
      return undefined;
    });
    return refused ? z.NEVER : (value as T);
  });
}

/** A field that is one line of typed text and may not be empty. */
function typed<T>(read: (text: string, refuse: Refuse) => T | undefined): Field<T> {
  return field((input, refuse) => {
    const text = lineOf(input);
    return text === '' ? refuse('required') : read(text, refuse);
  });
}

const textOf = (input: unknown) => (typeof input === 'string' ? cleanText(input) : typeof input === 'number' ? String(input) : '');
const lineOf = (input: unknown) => textOf(input).replace(/\s*\n\s*/g, ' ').replace(/\t/g, ' ');

type TextLimits = { min?: number; max?: number; allowNumbers?: boolean };

function checkText(value: string, { min = 1, max, allowNumbers = false }: TextLimits, refuse: Refuse): string | undefined {
  if (value === '' && min > 0) return refuse('required');
  if (value.length < min) return refuse('tooShort', { min });
  if (max !== undefined && value.length > max) return refuse('tooLong', { max });
  if (!allowNumbers && findPersonalNumbers(value).length > 0) return refuse('pesel.found');
  return value;
}

/** One line of text; refused when it holds what looks like a personal number. */
export function text(limits: TextLimits = {}): Field<string> {
  return field((input, refuse) => checkText(lineOf(input), { max: 250, ...limits }, refuse));
}

/** Text of several lines. */
export function longText(limits: TextLimits = {}): Field<string> {
  return field((input, refuse) => checkText(textOf(input), { max: 20_000, ...limits }, refuse));
}

/** Text that may be left out. */
export function optionalText(max: number, { allowNumbers }: { allowNumbers?: boolean } = {}): Field<string | undefined> {
  return optional(longText({ max, allowNumbers: allowNumbers ?? false }));
}

/** Any field that may be left empty. */
export function optional<T>(inner: Field<T>): Field<T | undefined> {
  return field<T | undefined>((input, refuse) => (isBlank(input) ? undefined : within(inner, input, refuse)));
}

function within<T>(inner: Field<T>, input: unknown, refuse: Refuse, path: PropertyKey[] = []): T | undefined {
  const result = inner.safeParse(input);
  if (result.success) return result.data;
  for (const issue of result.error.issues) refuse(codeOf(issue), paramsOf(issue), [...path, ...issue.path]);
  return undefined;
}

function isBlank(input: unknown, ignoring: readonly string[] = []): boolean {
  if (input === undefined || input === null) return true;
  // No visible sign of ASCII is ever taken out.
  if (typeof input === 'string') return !/[!-~]/.test(input) && cleanText(input) === '';
  if (typeof input !== 'object') return false;
  return Object.entries(input).every(([key, part]) => ignoring.includes(key) || isBlank(part, ignoring));
}

// The pattern browsers use for type=email, with at least one dot after the @.
const emailShape = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** An e-mail address, in small letters. */
export function email(): Field<string> {
  return typed((input, refuse) => {
    const address = input.toLowerCase();
    return address.length <= 254 && emailShape.test(address) ? address : refuse('email.format');
  });
}

/** A telephone number as its owner writes it. */
export function phone(): Field<string> {
  return typed((input, refuse) => {
    const digits = input.replace(/\D/g, '').length;
    return /^\+?[\d\s()./-]+$/.test(input) && digits >= 7 && digits <= 15 ? input : refuse('phone.format');
  });
}

/** The address of a website; https is added when only a name was typed. */
export function webAddress(): Field<string> {
  return typed((input, refuse) => {
    const whole = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(input) ? input : `https://${input}`;
    if (!URL.canParse(whole) || whole.length > 500 || /\s/.test(whole)) return refuse('url.format');
    const url = new URL(whole);
    const proper = (url.protocol === 'https:' || url.protocol === 'http:') && /[^.]\.[^.]/.test(url.hostname);
    return proper && !url.username && !url.password ? url.href : refuse('url.format');
  });
}

/** An official number with its own check, such as `checkNip`. */
export function identifier(check: (input: string) => Checked<string>): Field<string> {
  return typed((input, refuse) => {
    const verdict = check(input);
    return verdict.ok ? verdict.value : refuse(verdict.code);
  });
}

/** An amount of money. */
export function money({ min, max }: { min?: Grosze; max?: Grosze } = {}): Field<Grosze> {
  return typed((input, refuse) => {
    const amount = parseMoney(input);
    if (amount === null) return refuse('money.format');
    if (min !== undefined && amount < min) return refuse('money.tooSmall', { min: formatMoney(min, 'pl') });
    if (max !== undefined && amount > max) return refuse('money.tooLarge', { max: formatMoney(max, 'pl') });
    return amount;
  });
}

/** A number of units, in hundredths. */
export function quantity(): Field<number> {
  return typed((input, refuse) => parseQuantity(input) ?? refuse('quantity.format'));
}

/** A whole number. */
export function whole({ min = 0, max = 1_000_000_000 }: { min?: number; max?: number } = {}): Field<number> {
  return typed((input, refuse) => {
    const digits = input.replace(/[\s\u00a0\u202f]/g, '');
    if (!/^-?\d{1,12}$/.test(digits)) return refuse('number.format');
    const value = Number(digits);
    if (value < min) return refuse('number.tooSmall', { min });
    if (value > max) return refuse('number.tooLarge', { max });
    return value;
  });
}

/** Points given by a reviewer, from 0 to the most a criterion allows. */
export function points(max: number): Field<number> {
  return whole({ min: 0, max });
}

/** A day, from three fields or from one. */
export function day(): Field<Day> {
  return field((input, refuse) => {
    if (isBlank(input)) return refuse('required');
    if (typeof input === 'string') return isDay(input.trim()) ? input.trim() : refuse('day.format');
    const { day, month, year } = input as Record<string, unknown>;
    return parseDay({ day: lineOf(day), month: lineOf(month), year: lineOf(year) }) ?? refuse('day.format');
  });
}

/** A time on the clock, 'HH:MM'. */
export function clock(): Field<string> {
  return typed((input, refuse) => {
    const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(input) ?? [];
    if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59) return refuse('clock.format');
    return `${hour.padStart(2, '0')}:${minute}`;
  });
}

/** One of the offered values. */
export function choice<const V extends string>(values: readonly V[]): Field<V> {
  return field((input, refuse) => {
    if (isBlank(input)) return refuse('choice.missing');
    return values.find((value) => value === input) ?? refuse('choice.unknown');
  });
}

/** Any of the offered values, each once, in the order offered. */
export function choices<const V extends string>(values: readonly V[], { min = 0 }: { min?: number } = {}): Field<V[]> {
  return field((input, refuse) => {
    const sent = (Array.isArray(input) ? (input as unknown[]) : [input]).filter((one) => !isBlank(one));
    if (sent.some((one) => !values.includes(one as V))) return refuse('choice.unknown');
    const chosen = values.filter((value) => sent.includes(value));
    return chosen.length < min ? refuse('choice.missing') : chosen;
  });
}

const isTicked = (input: unknown) => input === 'yes' || input === 'on' || input === true;

/** A box that must be ticked. */
export function checked(code = 'required'): Field<true> {
  return field<true>((input, refuse) => (isTicked(input) ? true : refuse(code)));
}

/** A box that may be ticked. */
export function flag(): Field<boolean> {
  return field((input) => isTicked(input));
}

/** A new password: long enough and not one that is guessed first; no rule about kinds of signs. */
export function password(): Field<string> {
  return field((input, refuse) => {
    if (typeof input !== 'string' || input === '') return refuse('required');
    const length = [...input].length;
    if (length < shortestPassword) return refuse('password.short', { min: shortestPassword });
    if (length > longestPassword) return refuse('tooLong', { max: longestPassword });
    return isCommonPassword(input) ? refuse('password.common') : input;
  });
}

type ListLimits = { max?: number; min?: number; ignoring?: readonly string[] };

/** Repeated rows; rows left wholly empty are dropped, and a refusal keeps the number of the row as it was sent. */
export function list<T>(item: Field<T>, { max = 200, min = 0, ignoring = [] }: ListLimits = {}): Field<T[]> {
  return field((input, refuse) => {
    const sent = rowsOf(input).filter(([, row]) => !isBlank(row, ignoring));
    if (sent.length > max) return refuse('list.tooMany', { max });
    if (sent.length < min) return refuse('list.tooFew', { min });
    return sent.map(([index, row]) => within(item, row, refuse, [index]) as T);
  });
}

function rowsOf(input: unknown): [number, unknown][] {
  if (Array.isArray(input)) return [...(input as unknown[]).entries()];
  if (typeof input !== 'object' || input === null) return isBlank(input) ? [] : [[0, input]];
  return Object.entries(input)
    .filter(([key]) => /^\d{1,6}$/.test(key))
    .map(([key, row]): [number, unknown] => [Number(key), row])
    .sort(([left], [right]) => left - right);
}

/** One refusal of a form, ready to be put into words: where, which sentence, with which figures. */
export type Problem = { path: string; code: string; params: Params };

const codeOf = (issue: z.core.$ZodIssue) => (/^[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*$/.test(issue.message) ? issue.message : 'invalid');
const paramsOf = (issue: z.core.$ZodIssue) => (issue.code === 'custom' ? ((issue.params ?? {}) as Params) : {});

/** The refusals of a form in the order of its fields, with paths as the fields are named: "rows[0].unitCost". */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    path: issue.path.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)), ''),
    code: codeOf(issue),
    params: paramsOf(issue),
  }));
}

/** A form that has only a button. */
export const nothing = z.object({});
