import type { z } from 'zod';
import type { RuleCode } from '~/i18n/codes';
import { email, identifier, longText, phone, problemsOf, text, webAddress, whole, type Field } from '~/shared/fields';
import { checkKrs, checkNip, checkRegon } from '~/shared/identifiers';
import { cleanText } from '~/shared/text';
import type { LegalForm } from '../content';
import type { ImportColumn, ImportValues, RowProblem } from '../content-of-imports';
import { codeFor, type Listed } from './codes';
import type { RawRow } from './read';

const line = (max: number) => text({ max });

/** How each cell of one value is read; the same checks as in the form of an organisation. */
const single = {
  name: text({ min: 3, max: 250 }), name_en: line(250), name_uk: line(250), name_de: line(250), name_ru: line(250), short_name: line(80),
  krs: identifier(checkKrs), nip: identifier(checkNip), regon: identifier(checkRegon), register_number: line(60), register_authority: line(120),
  street: line(120), postcode: line(12), city: line(80), email: email(), phone: phone(), website: webAddress(),
  founded_year: whole({ min: 1200, max: 2100 }), description: longText({ max: 3000 }), description_en: longText({ max: 3000 }),
  description_uk: longText({ max: 3000 }), description_de: longText({ max: 3000 }), description_ru: longText({ max: 3000 }),
} satisfies Partial<Record<ImportColumn, Field<unknown>>>;

/** A cell that our own files guard from being computed, without its guard. */
const unguarded = (cell: string) => (/^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell);

/** As much of a cell as fits in a sentence. */
export const shortened = (cell: string) => {
  const signs = [...cleanText(cell).replace(/\s+/g, ' ')];
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : signs.join('');
};

/** Spreadsheets take the zeros at the start of a number away. */
const withZeros = (column: 'krs' | 'regon', cell: string) => {
  const digits = cell.replace(/\s/g, '');
  if (column === 'krs') return /^[1-9]\d{3,8}$/.test(digits) ? digits.padStart(10, '0') : cell;
  return /^\d{8}$/.test(digits) || /^\d{13}$/.test(digits) ? `0${digits}` : cell;
};

export type ReadRow = { row: number; name: string; values: ImportValues | null; problems: RowProblem[]; notes: RowProblem[] };

/** What one row says of an organisation, and everything that is wrong in it; a row with a problem gives no values. */
export function readRow({ row, cells, ragged }: RawRow, width: number): ReadRow {
  const problems: RowProblem[] = [];
  const notes: RowProblem[] = [];
  const cellOf = (column: ImportColumn) => unguarded(cells[column] ?? '').trim();
  const problem = (column: ImportColumn, code: RuleCode, params?: RowProblem['params'], value = cellOf(column)) =>
    void problems.push({ column, value: shortened(value), code, ...(params ? { params } : {}) });

  const one = <C extends keyof typeof single>(column: C): z.output<(typeof single)[C]> | undefined => {
    const typed = cellOf(column);
    if (typed === '' && column !== 'name') return undefined;
    const cell = column === 'krs' || column === 'regon' ? withZeros(column, typed) : typed;
    if (cell !== typed) notes.push({ column, value: shortened(typed), code: 'import.zerosAdded', params: { number: cell } });
    const read = (single[column] as Field<unknown>).safeParse(cell);
    if (read.success) return read.data as z.output<(typeof single)[C]>;
    for (const { code, params } of problemsOf(read.error)) problem(column, code as RuleCode, params);
    return undefined;
  };
  const chosen = (column: Listed): string | undefined => {
    const cell = cellOf(column);
    if (cell === '') return undefined;
    const code = codeFor(column, cell);
    if (!code) problem(column, 'import.unknownWord');
    return code;
  };
  const many = (column: Exclude<Listed, 'legal_form' | 'district'>): string[] | undefined => {
    const words = piecesOf(column, cellOf(column));
    if (words.length === 0) return undefined;
    const codes = words.map((word) => codeFor(column, word) ?? (column === 'communities' ? shortened(word) : undefined));
    for (const [i, code] of codes.entries()) if (code === undefined) problem(column, 'import.unknownWord', undefined, words[i]);
    return [...new Set(codes.filter((code) => code !== undefined))];
  };

  const legalForm = chosen('legal_form') as LegalForm | undefined;
  if (cellOf('legal_form') === '') problem('legal_form', 'required');
  const names = filled({ en: one('name_en'), uk: one('name_uk'), de: one('name_de'), ru: one('name_ru') });
  const descriptions = filled({ pl: one('description'), en: one('description_en'), uk: one('description_uk'), de: one('description_de'), ru: one('description_ru') });
  const values = {
    name: one('name') ?? '', legalForm: legalForm ?? 'association', names, descriptions, shortName: one('short_name'), krs: one('krs'), nip: one('nip'), regon: one('regon'),
    registerNumber: one('register_number'), registerAuthority: one('register_authority'), district: chosen('district'), street: one('street'), postcode: one('postcode'),
    city: one('city'), email: one('email'), phone: one('phone'), website: one('website'), foundedYear: one('founded_year'), languages: many('languages'),
    targetGroups: many('target_groups'), communityRoles: many('community_roles'), communities: many('communities'), fields: many('fields'),
    entrySlug: /\/organisations\/([\w-]{1,80})\/?$/.exec(cellOf('address'))?.[1],
  } satisfies ImportValues;
  if (legalForm === 'informal_group' && values.krs) problem('krs', 'organisation.krsOfGroup');
  if (ragged !== undefined) problems.unshift({ column: null, value: '', code: 'import.ragged', params: { cells: ragged, width } });
  return { row, name: shortened(cellOf('name')), values: problems.length > 0 ? null : tidy(values), problems, notes };
}

const filled = <T extends Record<string, string | undefined>>(texts: T) => Object.fromEntries(Object.entries(texts).filter(([, value]) => value)) as Partial<Record<keyof T, string>>;
const tidy = (values: ImportValues) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as ImportValues;

/** Values of a list stand apart by semicolons; where that gives no known word, by commas. */
function piecesOf(column: Listed, cell: string): string[] {
  const cut = (text: string, by: RegExp) => text.split(by).map((piece) => piece.trim()).filter(Boolean);
  return cut(cell, /[;|\n]/).flatMap((piece) => (codeFor(column, piece) ? [piece] : cut(piece, /,/)));
}
