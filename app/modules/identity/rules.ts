/** Whether a password is the person's own address, or the part before its @: the first thing somebody who knows it tries. */
export function isOwnAddress(password: string, email: string): boolean {
  const [typed, address] = [password.trim().toLowerCase(), email.toLowerCase()];
  return typed === address || typed === address.split('@')[0];
}
