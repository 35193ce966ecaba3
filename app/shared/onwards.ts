/** A path that remembers where the person was going, a local path; as it is when they were going nowhere. */
export function onwards(path: string, next: string): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}
