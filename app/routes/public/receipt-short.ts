import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { declare } from '~/access/declare';
import { readerLanguage } from '~/http/reader-language';

export const handle = declare({ see: 'public.read' });

/** Leads from the short address printed on paper to the page of the receipt, in the reader's language. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const [number, code] = [params.number ?? '', params.code ?? ''].map(encodeURIComponent);
  return redirect(`/${readerLanguage(request.headers)}/receipts/${number}?code=${code}`, { status: 302, headers: { Vary: 'Cookie, Accept-Language' } });
}
