import { eq } from 'drizzle-orm';
import type { Person } from '~/access/actor';
import type { RequiredAttachment } from '~/modules/calls/content';
import { attachFile } from '~/modules/files/commands.server';
import { getApplication } from '~/modules/applications/queries.server';
import { subjectOf } from '~/http/uploads/subject.server';
import { newId } from '~/shared/ids';
import { monday, type Portal } from './portal';

/** An attachment of a call, asked of everybody unless said otherwise. */
export const wanted = (key: string, when: RequiredAttachment['when'] = 'always', more: Partial<RequiredAttachment> = {}): RequiredAttachment => ({ key, name: { pl: `Dokument ${key}` }, help: {}, when, ...more });

/** Puts these attachments into a call that is open already. */
export async function wants(p: Portal, callId: string, requiredAttachments: RequiredAttachment[]) {
  await p.db.tx(async (tx) => void (await tx.update(tx.t.calls).set({ requiredAttachments }).where(eq(tx.t.calls.id, callId))));
}

/** Keeps a file in the place of this attachment, or beside them all. */
export async function put(p: Portal, person: Person, offerId: string, slot?: string, { name = `${slot ?? 'inny'}.pdf`, now = monday } = {}) {
  const subject = await subjectOf(p.db.read, 'application_attachment', slot ? `${offerId}.${slot}` : (await getApplication(p.db.read, offerId)).id, now);
  return attachFile(p.as(person, { now }), subject, { storageKey: newId(), name, type: 'application/pdf', size: 9, sha256: 'a'.repeat(64) });
}
