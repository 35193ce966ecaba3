import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** A file of tests/standards as JSON. */
export const read = (path: string) => JSON.parse(readFileSync(`tests/standards/${path}`, 'utf8'));

const files = (folder: string) => readdirSync(`tests/standards/${folder}`).filter((name) => name.endsWith('.json'));

function validators(folder: string, base: string): (name: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  // No schema names itself, so their references to each other need an address.
  for (const name of files(folder)) ajv.addSchema({ ...read(`${folder}/${name}`), $id: `${base}${name}` });
  return (name) => {
    const validate = ajv.getSchema(`${base}${name}`);
    if (!validate) throw new Error(`no schema ${name}`);
    return validate;
  };
}

/** The validators of HSDS 3.1 and of the profile of the United Kingdom, by the name of their schema. */
export const hsds = validators('hsds/schema', 'https://hsds.test/');
export const uk = validators('hsds/uk', 'https://uk.test/');

/** What a schema finds wrong, each as its place and its words. */
export function faults(validate: ValidateFunction, document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const pageMembers = { total_items: 'number', total_pages: 'number', page_number: 'number', size: 'number', first_page: 'boolean', last_page: 'boolean', empty: 'boolean' };

/** What is wrong with a page of a list, apart from its items. */
export function faultsOfPage(page: Record<string, unknown>): string[] {
  const kinds = Object.entries(pageMembers).filter(([name, type]) => typeof page[name] !== type).map(([name]) => name);
  if (!Array.isArray(page.contents)) return [...kinds, 'contents'];
  return [
    ...kinds,
    ...(page.size === page.contents.length ? [] : ['size is not what the page holds']),
    ...(page.empty === (page.contents.length === 0) ? [] : ['empty is not what the page holds']),
    ...(page.first_page === (page.page_number === 1) ? [] : ['first_page']),
    ...(page.last_page === (Number(page.page_number) >= Number(page.total_pages)) ? [] : ['last_page']),
  ];
}

/** Every place where a document says null. */
export function nulls(value: unknown, at = ''): string[] {
  if (value === null) return [at];
  return typeof value === 'object' && value !== undefined ? Object.entries(value as object).flatMap(([key, inner]) => nulls(inner, `${at}/${key}`)) : [];
}
