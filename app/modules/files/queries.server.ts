import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';
import { NotFound, RuleViolation } from '~/shared/errors';

export type FilePurpose = 'application_attachment' | 'organisation_evidence' | 'claim_evidence' | 'report_attachment' | 'organisation_logo' | 'local_initiative_attachment' | 'proposal_attachment';

/** Files on a subject, in the order they came. */
export function listFiles(read: Read, purpose: FilePurpose, subjectId: string) {
  const { files } = read.t;
  return prepared(read, 'files', (from) =>
    from
      .select({ id: files.id, name: files.name, size: files.size, type: files.type, sha256: files.sha256, scan: files.scan, slot: files.slot })
      .from(files)
      .where(and(eq(files.purpose, sql.placeholder('purpose')), eq(files.subjectId, sql.placeholder('subjectId')), isNull(files.removedAt)))
      .orderBy(asc(files.uploadedAt), asc(files.id)),
  ).execute({ purpose, subjectId });
}

/** The files that were on a subject at one moment, also those taken off since: their names, and which attachment of a call each was. */
export function listFilesAt(read: Read, purpose: FilePurpose, subjectId: string, at: Date): Promise<{ name: string; slot: string | null }[]> {
  const { files } = read.t;
  return read
    .select({ name: files.name, slot: files.slot })
    .from(files)
    .where(and(eq(files.purpose, purpose), eq(files.subjectId, subjectId), lte(files.uploadedAt, at), or(isNull(files.removedAt), gt(files.removedAt, at))))
    .orderBy(asc(files.uploadedAt), asc(files.id));
}

/** One file with where its bytes lie, or NotFound. */
export async function getFile(read: Read, id: string) {
  const { files } = read.t;
  const [file] = await read
    .select({
      id: files.id, name: files.name, type: files.type, size: files.size, storageKey: files.storageKey, purpose: files.purpose, subjectId: files.subjectId,
      scan: files.scan, uploadedBy: files.uploadedBy,
    })
    .from(files)
    .where(and(eq(files.id, id), isNull(files.removedAt)));
  if (!file) throw new NotFound('file');
  return file;
}

/** Refuses to hand in something with an infected file on it; one that waits for the scanner stops nothing. */
export async function refuseInfected(read: Read, purpose: FilePurpose, subjectId: string): Promise<void> {
  const found = (await listFiles(read, purpose, subjectId)).find(({ scan }) => scan === 'infected');
  if (found) throw new RuleViolation('file.infectedAttached', 'file', { name: found.name });
}

/** The file whose bytes lie under this key, also one taken off since. */
export async function findByKey(read: Read, storageKey: string): Promise<{ id: string } | undefined> {
  const { files } = read.t;
  const [file] = await read.select({ id: files.id }).from(files).where(eq(files.storageKey, storageKey));
  return file;
}
