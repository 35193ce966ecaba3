import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { newId } from '~/shared/ids';
import type { RequiredAttachment } from './content';
import type { AttachmentsForm, TypedAttachments } from './forms-attachments';
import { getCall } from './queries.server';

/** The attachments as typed, each known one under its key and each new one under a key nobody had before. */
export function withKeys(known: readonly RequiredAttachment[], typed: TypedAttachments): RequiredAttachment[] {
  const free = new Set(known.map(({ key }) => key));
  return typed.map(({ key = '', ...attachment }) => ({ key: free.delete(key) ? key : newId(), ...attachment }));
}

/** Saves what a call wants attached to an offer, while it is a draft. */
export function saveRequiredAttachments(context: Context, id: string, typed: z.output<typeof AttachmentsForm>) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, id);
    authorise(actor, 'call.edit', {});
    refuse(call.status === 'draft' ? null : 'wrongState');
    const requiredAttachments = withKeys(call.requiredAttachments, typed.requiredAttachments);
    await tx.update(tx.t.calls).set({ requiredAttachments, version: call.version + 1 }).where(eq(tx.t.calls.id, id));
    await record(tx, context, { event: 'call.attachmentsSaved', subject: { kind: 'call', id } });
  });
}
