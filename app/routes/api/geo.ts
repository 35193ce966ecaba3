import { declare } from '~/access/declare';
import { openly } from '~/http/open-answer.server';
import { readDirectory } from '~/modules/open-data/directory.server';
import { districtFeatures, locationFeatures } from '~/modules/open-data/geo';
import { NotFound } from '~/shared/errors';

export const handle = declare({ see: 'organisation.read' });

export const loader = openly(handle, async ({ context, params }) => {
  const type = 'application/geo+json; charset=utf-8';
  if (params.file === 'districts.geojson') return { body: JSON.stringify(districtFeatures()), type };
  if (params.file !== 'locations.geojson') throw new NotFound('file');
  return { body: JSON.stringify(locationFeatures(await readDirectory(context.db.read), context.origin)), type };
});
