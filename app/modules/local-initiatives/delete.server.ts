import { eq } from 'drizzle-orm';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { removeWithin } from '~/modules/files/commands.server';
import { listFiles } from '~/modules/files/queries.server';
import { change } from './commands.server';
import { getLocalInitiative } from './queries.server';
import { subjectOf } from './rules';

/** A draft that was never filed is thrown away by its own people with its attachments; that there was one stays in the audit, its words do not. */
export function deleteLocalInitiative(context: Context, id: string, { version }: { version: number }) {
  return context.db.tx(async (tx) => {
    const draft = await getLocalInitiative(tx, id);
    authorise(context.actor, 'localInitiative.delete', subjectOf(draft));
    refuse(draft.status === 'draft' ? null : 'wrongState');
    // Nobody throws away what somebody else has just written.
    refuse(draft.version === version ? null : 'changed');
    await change(tx, draft, {});
    const purpose = 'local_initiative_attachment';
    const subject = { purpose, subjectId: id, organisationId: draft.organisationId ?? '', ...(draft.organisationId ? {} : { personId: draft.personId }) } as const;
    for (const file of await listFiles(tx, purpose, id)) await removeWithin(tx, context, subject, file.id);
    await tx.delete(tx.t.localInitiatives).where(eq(tx.t.localInitiatives.id, id));
    await record(tx, context, { event: 'localInitiative.deleted', subject: { kind: 'local_initiative', id } });
  });
}
