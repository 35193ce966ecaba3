import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { RuleCode } from '~/i18n/codes';
import { record } from '~/modules/audit/commands.server';
import { newId } from '~/shared/ids';
import { getFile, listFiles, type FilePurpose } from './queries.server';
import { mostFiles, shownName, whyNotKeep } from './rules';

export type FileSubject = { purpose: FilePurpose; subjectId: string; organisationId: string; personId?: string; slot?: string };
/** Bytes that arrived; `sent` is their size before a picture was made anew, `harm` why its inside is refused. */
export type Arrived = { storageKey: string; name: string; type: string | undefined; size: number; sha256: string; sent?: number; harm?: RuleCode | null };

/** Keeps a file whose bytes have arrived and were looked at; refuses what is empty, too large or of another type. */
export function attachFile(context: Context, subject: FileSubject, arrived: Arrived) {
  return context.db.tx((tx) => attachWithin(tx, context, subject, arrived));
}

/** Keeps a file as a part of something larger that either happens whole or not at all. */
export async function attachWithin(tx: Tx, context: Context, subject: FileSubject, arrived: Arrived): Promise<{ id: string }> {
  const { actor, now } = context;
  authorise(actor, 'file.attach', subject);
  const name = shownName(arrived.name);
  refuse(whyNotKeep({ ...arrived, size: arrived.sent ?? arrived.size, name }) ?? arrived.harm ?? null, 'file');
  refuse((await listFiles(tx, subject.purpose, subject.subjectId)).length >= mostFiles ? 'file.tooMany' : null, 'file');
  const id = newId();
  await tx.insert(tx.t.files).values({
    id, name, storageKey: arrived.storageKey, purpose: subject.purpose, subjectId: subject.subjectId, slot: subject.slot ?? null, type: arrived.type ?? '',
    size: arrived.size, sha256: arrived.sha256, uploadedBy: actor.kind === 'person' ? actor.id : '', uploadedAt: now,
  });
  await record(tx, context, { event: 'file.attached', subject: { kind: 'file', id }, detail: { size: arrived.size, to: subject.subjectId } });
  return { id };
}

/** Takes a file off its subject; the bytes stay until retention removes them. */
export function removeFile(context: Context, subject: FileSubject, fileId: string) {
  return context.db.tx((tx) => removeWithin(tx, context, subject, fileId));
}

/** Takes a file off its subject as a part of something larger. */
export async function removeWithin(tx: Tx, context: Context, subject: FileSubject, fileId: string): Promise<void> {
  const { actor, now } = context;
  authorise(actor, 'file.remove', subject);
  const file = await getFile(tx, fileId);
  refuse(file.subjectId === subject.subjectId && file.purpose === subject.purpose ? null : 'wrongState');
  await tx.update(tx.t.files).set({ removedAt: now }).where(eq(tx.t.files.id, fileId));
  await record(tx, context, { event: 'file.removed', subject: { kind: 'file', id: fileId }, detail: { to: subject.subjectId } });
}
