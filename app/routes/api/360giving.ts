import { declare } from '~/access/declare';

export const handle = declare({ see: 'never' });

export const loader = () => new Response(null, { status: 404 });
