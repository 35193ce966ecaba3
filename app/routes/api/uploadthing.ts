import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { declare } from '~/access/declare';

// The intents of this address are UploadThing's own; each asks `file.attach` before a byte is sent.
export const handle = declare({ see: 'public.read', do: { upload: 'file.attach' } });

/** The library is large, so it is loaded with the first upload. */
async function handler(args: LoaderFunctionArgs) {
  const { uploadHandler } = await import('~/http/uploads/uploads.server');
  return uploadHandler(args.context);
}

export const loader = async (args: LoaderFunctionArgs) => (await handler(args)).loader(args);
export const action = async (args: ActionFunctionArgs) => (await handler(args)).action(args);
