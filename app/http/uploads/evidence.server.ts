import type { Context } from '~/access/context';
import { removeFile } from '~/modules/files/commands.server';
import { RuleViolation } from '~/shared/errors';
import { attachFromForm } from './store.server';
import { subjectOf } from './subject.server';

async function writableSubject({ db, now }: Context, subjectId: string, purpose: 'organisation_evidence' | 'claim_evidence' = 'organisation_evidence') {
  const subject = await subjectOf(db.read, purpose, subjectId, now);
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

/** Keeps a document that came with the form for whoever claims an entry. */
export async function attachClaimEvidence(context: Context, claimId: string, file: File | undefined, dataDir: string): Promise<void> {
  await attachFromForm(context, await writableSubject(context, claimId, 'claim_evidence'), file, dataDir);
}

/** Takes a document off a claim that waits. */
export async function removeClaimEvidence(context: Context, claimId: string, fileId: string): Promise<void> {
  await removeFile(context, await writableSubject(context, claimId, 'claim_evidence'), fileId);
}
