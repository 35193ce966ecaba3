import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { partnersReading } from '~/modules/applications/partners.server';
import { getSubmission } from '~/modules/applications/print/printable.server';
import { withHelp } from '~/modules/applications/helper-queries.server';
import { getApplication } from '~/modules/applications/queries.server';

export const handle = declare({ see: 'application.read' });

/** The very bytes that a receipt proves, to keep and to compare. */
export const loader = load(handle, async ({ context, params }): Promise<Response> => {
  const { db, actor } = context;
  const application = await getApplication(db.read, params.id ?? '');
  authorise(actor, 'application.read', { ...(await withHelp(db.read, context, application)), handedIn: application.status !== 'draft', coOrganisations: await partnersReading(db.read, application.id) });
  const { snapshot, receiptNumber } = await getSubmission(db.read, application.id, params.receipt ?? '');
  return new Response(snapshot, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${receiptNumber}.json"` } });
});
