import { declare } from '~/access/declare';
import { inJson, openly } from '~/http/open-answer.server';
import { readDirectory } from '~/modules/open-data/directory.server';
import { listNamed } from '~/modules/open-data/hsds/lists';
import { readQuery } from '~/modules/open-data/hsds/query';
import { NotFound } from '~/shared/errors';

export const handle = declare({ see: 'organisation.read' });

export const loader = openly(handle, async ({ context, params, query, t, city, lang }) => {
  const list = listNamed(params.list);
  const asked = readQuery(query);
  const found = list.item(await readDirectory(context.db.read), (params.id ?? '').toLowerCase(), { t, origin: context.origin, cityName: city.name }, asked);
  if (!found) throw new NotFound('record');
  return inJson(found, lang);
});
