import { declare } from '~/access/declare';
import { inJson, openly } from '~/http/open-answer.server';
import { readDirectory } from '~/modules/open-data/directory.server';
import { listNamed } from '~/modules/open-data/hsds/lists';
import { readQuery } from '~/modules/open-data/hsds/query';

export const handle = declare({ see: 'organisation.read' });

export const loader = openly(handle, async ({ context, params, query, t, city, lang }) => {
  const list = listNamed(params.list);
  const asked = readQuery(query);
  return inJson(list.page(await readDirectory(context.db.read), asked, { t, origin: context.origin, cityName: city.name }), lang);
});
