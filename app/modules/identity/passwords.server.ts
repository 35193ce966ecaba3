import { hash, verify } from '@node-rs/argon2';

// argon2id with the parameters OWASP asks for: 19 MiB, two passes, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

let decoy: Promise<string> | undefined;

/** Whether the password is right; an unknown account costs the same time as a known one. */
export async function isRightPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('a decoy nobody knows');
  const right = await verify(stored ?? (await decoy), password, parameters).catch(() => false);
  return right && !!stored;
}
