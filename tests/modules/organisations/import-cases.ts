import type { Actor } from '~/access/actor';
import { bringFile } from '~/modules/organisations/bulk/imports.server';
import { listRows } from '~/modules/organisations/bulk/rows.server';
import type { Portal } from '../../support/portal';

/** A file of organisations as an officer would bring it. */
export const csv = (...lines: string[]): Uint8Array => Buffer.from(`${lines.join('\r\n')}\r\n`);

const windows: Record<string, number> = { ą: 0xb9, ć: 0xe6, ę: 0xea, ł: 0xb3, ń: 0xf1, ó: 0xf3, ś: 0x9c, ź: 0x9f, ż: 0xbf, Ł: 0xa3, Ś: 0x8c, Ż: 0xaf, Ź: 0x8f, '„': 0x84, '”': 0x94 };
const iso: Record<string, number> = { ...windows, ą: 0xb1, ś: 0xb6, ź: 0xbc, Ś: 0xa6, Ź: 0xac };

/** Polish text in one of the code pages that Polish spreadsheets write. */
export function inCodePage(text: string, page: 'windows-1250' | 'iso-8859-2'): Uint8Array {
  return Uint8Array.from([...text], (sign) => (page === 'iso-8859-2' ? iso : windows)[sign] ?? sign.charCodeAt(0));
}

/** Brings a file; the id of the import and its rows. */
export async function brought(p: Portal, officer: Actor, bytes: Uint8Array, lang: 'pl' | 'en' = 'pl') {
  const id = await bringFile(p.as(officer, { lang }), { fileName: 'lista.csv', bytes, origin: 'Wykaz testowy, 2026' });
  return { id, rows: await listRows(p.db.read, id) };
}
