import { declare } from '~/access/declare';
import { openly } from '~/http/open-answer.server';
import { openFile } from '~/modules/open-data/files.server';

export const handle = declare({ see: 'public.read' });

export const loader = openly(handle, ({ context, params, city }) =>
  openFile({ read: context.db.read, now: context.now, origin: context.origin, city }, params.file ?? ''),
);
