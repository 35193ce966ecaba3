import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { templateFile } from '~/modules/organisations/bulk/template';

export const handle = declare({ see: 'organisation.seeImports' });

/** An empty list of organisations with all headings, for a spreadsheet. */
export const loader = load(handle, ({ lang }): Promise<Response> =>
  Promise.resolve(new Response(templateFile(lang), { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': 'attachment; filename="organisations-template.csv"', 'Cache-Control': 'no-store' } })),
);
