import { declare } from '~/access/declare';
import { inJson, openly } from '~/http/open-answer.server';
import { rootOf } from '~/modules/open-data/hsds/openapi';

export const handle = declare({ see: 'public.read' });

export const loader = openly(handle, async ({ context, t, city, lang }) => inJson(rootOf(t, context.origin, city), lang));
