import type { Context } from '~/access/context';
import { removeFile } from '~/modules/files/commands.server';
import { RuleViolation } from '~/shared/errors';
import { attachFromForm } from './store.server';
import { subjectOf } from './subject.server';

async function writableSubject({ db }: Context, organisationId: string) {
  const subject = await subjectOf(db.read, 'organisation_evidence', organisationId);
  if (!subject.writable) throw new RuleViolation('wrongState');
  return subject;
}

/** Keeps the extract or certificate that came with the form. */
export async function attachEvidence(context: Context, organisationId: string, file: File | undefined, dataDir: string): Promise<void> {
  await attachFromForm(context, await writableSubject(context, organisationId), file, dataDir);
}

/** Takes a document off an entry that is not verified. */
export async function removeEvidence(context: Context, organisationId: string, fileId: string): Promise<void> {
  await removeFile(context, await writableSubject(context, organisationId), fileId);
}
