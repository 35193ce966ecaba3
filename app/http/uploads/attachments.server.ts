import type { Context } from '~/access/context';
import { removeFile } from '~/modules/files/commands.server';
import type { FilePurpose } from '~/modules/files/queries.server';
import { RuleViolation } from '~/shared/errors';
import { attachFromForm } from './store.server';
import { subjectOf } from './subject.server';

async function writableSubject({ db, now }: Context, purpose: FilePurpose, subjectId: string) {
  const subject = await subjectOf(db.read, purpose, subjectId, now);
  if (!subject.writable) throw new RuleViolation('wrongState');
  return subject;
}

/** Keeps the file that came with the form on what it belongs to, while that can still change. */
export async function attachTo(context: Context, purpose: FilePurpose, subjectId: string, file: File | undefined, dataDir: string): Promise<void> {
  await attachFromForm(context, await writableSubject(context, purpose, subjectId), file, dataDir);
}

/** Takes a file off what it hangs on, while that can still change. */
export async function takeOff(context: Context, purpose: FilePurpose, subjectId: string, fileId: string): Promise<void> {
  await removeFile(context, await writableSubject(context, purpose, subjectId), fileId);
}
