import { json } from '@remix-run/node';
import { declare } from '~/access/declare';

export const handle = declare({ see: 'public.read' });

/** Any address the site map does not have. */
export function loader() {
  throw json({ code: 'notFound' }, 404);
}

export const action = loader;

export default function Nowhere() {
  return null;
}
