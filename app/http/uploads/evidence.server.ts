import type { Context } from '~/access/context';
import { attachTo, takeOff } from './attachments.server';

/** Keeps the extract or certificate that came with the form. */
export function attachEvidence(context: Context, organisationId: string, file: File | undefined, dataDir: string): Promise<void> {
  return attachTo(context, 'organisation_evidence', organisationId, file, dataDir);
}

/** Takes a document off an entry that is not verified. */
export function removeEvidence(context: Context, organisationId: string, fileId: string): Promise<void> {
  return takeOff(context, 'organisation_evidence', organisationId, fileId);
}

/** Keeps a document that came with the form for whoever claims an entry. */
export function attachClaimEvidence(context: Context, claimId: string, file: File | undefined, dataDir: string): Promise<void> {
  return attachTo(context, 'claim_evidence', claimId, file, dataDir);
}

/** Takes a document off a claim that waits. */
export function removeClaimEvidence(context: Context, claimId: string, fileId: string): Promise<void> {
  return takeOff(context, 'claim_evidence', claimId, fileId);
}
