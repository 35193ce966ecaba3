import type { RuleCode } from '~/i18n/codes';

/** Where a file stands with the virus scanner: nobody looked, nothing found, something found, or the scanner failed. */
export const scanStates = ['unchecked', 'clean', 'infected', 'failed'] as const;
export type ScanState = (typeof scanStates)[number];

/** Milliseconds until a file is tried again after the scanner failed. */
export const scanAgainAfter = 5 * 60_000;

/** Milliseconds after which an upload that was begun and not finished is forgotten. */
export const unfinishedAfter = 24 * 3_600_000;

const megabyte = 1024 * 1024;

/** What may be attached: the type found in the bytes, the ending it must have, and the largest size in bytes. */
export const allowedTypes: Record<string, { endings: string[]; largest: number }> = {
  'application/pdf': { endings: ['pdf'], largest: 10 * megabyte },
  'image/jpeg': { endings: ['jpg', 'jpeg'], largest: 8 * megabyte },
  'image/png': { endings: ['png'], largest: 8 * megabyte },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { endings: ['docx'], largest: 10 * megabyte },
  'application/vnd.oasis.opendocument.text': { endings: ['odt'], largest: 10 * megabyte },
};

/** The largest file of any type. */
export const largestFile = 10 * megabyte;

/** Most files on one subject. */
export const mostFiles = 20;

/** Why a file of this announced size need not be sent at all, or null. */
export function whyNotBegin(size: number): RuleCode | null {
  if (!(size > 0)) return 'file.empty';
  return size > largestFile ? 'file.tooLarge' : null;
}

/** Why a file with these bytes cannot be kept, or null: empty, too large, of a type we do not take, or named as another type. */
export function whyNotKeep({ name, type, size }: { name: string; type: string | undefined; size: number }): RuleCode | null {
  const wrongSize = whyNotBegin(size);
  if (wrongSize) return wrongSize;
  const allowed = type && Object.hasOwn(allowedTypes, type) ? allowedTypes[type] : undefined;
  if (!allowed) return 'file.type';
  if (size > allowed.largest) return 'file.tooLarge';
  if (!allowed.endings.includes(name.split('.').pop()?.toLowerCase() ?? '')) return 'file.ending';
  return null;
}

/** Names that mean a device on the reader's machine. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The name as people see it: no path, no control or direction signs, no device, at most 120 characters with its ending. */
export function shownName(name: string): string {
  const base = name.split(/[/\\]/).pop() ?? '';
  // eslint-disable-next-line no-control-regex
  const clean = base.normalize('NFC').replace(/[\u0000-\u001f\u007f"<>|:*?\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim().replace(devices, 'plik-$1$2');
  if (clean.length <= 120) return clean || 'plik';
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, 120 - ending.length) + ending;
}

/** Why this file is not handed out, or null: never an infected one; with a scanner, an unchecked one only to whoever sent it. */
export function whyNotHandOut(file: { scan: ScanState; uploadedBy: string }, { scanner, reader }: { scanner: boolean; reader: string | null }): RuleCode | null {
  if (file.scan === 'infected') return 'file.infected';
  return scanner && file.scan !== 'clean' && file.uploadedBy !== reader ? 'file.notChecked' : null;
}
