import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { printable } from '~/modules/applications/print/printable.server';
import { partnersReading } from '~/modules/applications/partners.server';
import { withHelp } from '~/modules/applications/helper-queries.server';
import { getApplication } from '~/modules/applications/queries.server';

export const handle = declare({ see: 'application.read' });

/** The statutory form as a PDF: a draft for its own people, afterwards what was handed in, also for the City. */
export const loader = load(handle, async ({ context, params, url }): Promise<Response> => {
  const { db, actor, now } = context;
  const application = await getApplication(db.read, params.id ?? '');
  authorise(actor, 'application.read', { ...(await withHelp(db.read, context, application)), handedIn: application.status !== 'draft', coOrganisations: await partnersReading(db.read, application.id) });
  const offer = await printable(db.read, application, { now, origin: context.origin }, url.searchParams.get('receipt') ?? undefined);
  // The maker of PDFs and its fonts are large: they wait for the first who prints.
  const { printOffer } = await import('~/modules/applications/print/official-form.server');
  const name = offer.receipt ? `oferta-${offer.receipt.number}.pdf` : 'oferta-projekt.pdf';
  return new Response(new Uint8Array(await printOffer(offer)), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` } });
});
