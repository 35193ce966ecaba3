import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { declare } from '~/access/declare';
import { readerLanguage } from '~/http/reader-language';

export const handle = declare({ see: 'public.read' });

/** Leads to the reader's language: the one chosen before, else the one the browser asks for, else Polish. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/${readerLanguage(request.headers)}`, { status: 302, headers: { Vary: 'Cookie, Accept-Language' } });
}
