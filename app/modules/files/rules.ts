import type { RuleCode } from '~/i18n/codes';

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

/** The name as people see it: no path, no control or direction signs, at most 120 characters with its ending. */
export function shownName(name: string): string {
  const base = name.split(/[/\\]/).pop() ?? '';
  // eslint-disable-next-line no-control-regex
  const clean = base.normalize('NFC').replace(/[\u0000-\u001f\u007f"<>|:*?\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
  if (clean.length <= 120) return clean || 'plik';
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, 120 - ending.length) + ending;
}
