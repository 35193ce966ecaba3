import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { declare } from '~/access/declare';

export const handle = declare({ see: 'public.read', do: { upload: 'file.attach' } });

async function take({ request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ingest } = await import('~/http/uploads/ingest.server');
  return ingest(request, context);
}

export const loader = take;
export const action = take;
