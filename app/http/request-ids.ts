import { randomBytes } from 'node:crypto';

/** Numbers for requests, drawn many at once. */
export function requestIds(): () => string {
  const each = 8;
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at >= pool.length) {
      pool = randomBytes(each * 512);
      at = 0;
    }
    return pool.toString('hex', at, (at += each));
  };
}
