import { declare } from '~/access/declare';
import { exportStream } from '~/http/export.server';
import { load } from '~/http/load.server';
import { addressOf, listFound, wantedFrom } from '~/modules/organisations/directory.server';
import type { Chosen } from '~/modules/organisations/export/rows.server';
import { exportTypes, type ExportFormat } from '~/modules/organisations/export/write.server';
import { facetValues } from '~/modules/organisations/facet-values';
import { csvwOfDirectory, describedBy } from '~/modules/open-data/csvw';
import { NotFound } from '~/shared/errors';
import { dayOf } from '~/shared/time';

export const handle = declare({ see: 'public.read' });

const isFormat = (name: string): name is ExportFormat => Object.hasOwn(exportTypes, name);

/** What the directory finds for these wishes, whole, as a file for a spreadsheet. */
export const loader = load(handle, async ({ context, request, params, url, lang, exporting }): Promise<Response> => {
  const format = params.format ?? '';
  const wanted = wantedFrom(url.searchParams, facetValues);
  const query = addressOf(wanted);
  if (format === 'csv-metadata.json') return Response.json(csvwOfDirectory(query), { headers: { 'Content-Type': 'application/csvm+json; charset=utf-8', 'Cache-Control': 'public, no-cache' } });
  if (!isFormat(format)) throw new NotFound('format');
  // The whole directory needs no search: who only takes it home need not wait for the index.
  const chosen: Chosen = query === '' ? 'all' : request.method === 'HEAD' ? [] : await listFound(context.db, wanted);
  const order = { format, chosen, lang, origin: context.origin };
  const body = request.method === 'HEAD' ? null : exportStream({ db: context.db, order, signal: request.signal, ...exporting });
  return new Response(body, {
    headers: {
      'Content-Type': exportTypes[format],
      'Content-Disposition': `attachment; filename="organisations-${dayOf(context.now)}.${format}"`,
      ...(format === 'csv' ? { Link: describedBy(`/${lang}/organisations/export/csv-metadata.json${query}`) } : {}),
      // A list is sent as it is written; compressing it would hold it back.
      'Cache-Control': 'no-store, no-transform',
    },
  });
});
