import { declare } from '~/access/declare';

export const handle = declare({ see: 'never' });

export default function Placeholder() {
  return null;
}
