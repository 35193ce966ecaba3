import { eq } from 'drizzle-orm';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { removeWithin } from '~/modules/files/commands.server';
import { listFiles } from '~/modules/files/queries.server';
import { change } from './commands.server';
import { getProposal } from './queries.server';

/** A draft that was never filed is thrown away by its own people with its attachments; that there was one stays in the audit, its words do not. */
export function deleteProposal(context: Context, id: string, { version }: { version: number }) {
  return context.db.tx(async (tx) => {
    const draft = await getProposal(tx, id);
    authorise(context.actor, 'proposal.delete', draft);
    refuse(draft.status === 'draft' ? null : 'wrongState');
    // Nobody throws away what somebody else has just written.
    refuse(draft.version === version ? null : 'changed');
    await change(tx, context, draft, {});
    const purpose = 'proposal_attachment';
    const subject = { purpose, subjectId: id, organisationId: draft.organisationId } as const;
    for (const file of await listFiles(tx, purpose, id)) await removeWithin(tx, context, subject, file.id);
    await tx.delete(tx.t.proposals).where(eq(tx.t.proposals.id, id));
    await record(tx, context, { event: 'proposal.deleted', subject: { kind: 'proposal', id } });
  });
}
