export type Encoding = 'br' | 'gzip' | 'identity';

const session = /(?:^|;\s*)(?:__Host-)?session=/;

/** Whether a request comes with a session, which only the portal can look into. */
export function hasSession(cookie: string | undefined): boolean {
  return cookie !== undefined && session.test(cookie);
}

const ofNoMatter = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id)(?:=|$)/;
const nameOf = (part: string) => part.split('=', 1)[0] ?? '';

/**
 * One way of writing for queries that ask for the same: sorted by name, without marks of campaigns.
 * Undefined where a script asks for data rather than for the page.
 */
export function normalQuery(query: string): string | undefined {
  const parts = query.split('&').filter((part) => part !== '' && !ofNoMatter.test(part));
  if (parts.some((part) => nameOf(part) === '_data' || nameOf(part).includes('%'))) return undefined;
  const sorted = parts.map((part) => [nameOf(part), part] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.length > 0 ? `?${sorted.map(([, part]) => part).join('&')}` : '';
}

const asked = new Map<string, Encoding>();

/** The best encoding that a browser takes. */
export function preferredEncoding(accept: string | undefined): Encoding {
  if (accept === undefined) return 'identity';
  let best = asked.get(accept);
  if (best) return best;
  const taken = new Map(
    accept.split(',').map((part) => {
      const [name = '', ...params] = part.split(';').map((piece) => piece.trim().toLowerCase());
      return [name, !params.some((param) => /^q=0(?:\.0*)?$/.test(param))] as const;
    }),
  );
  const takes = (name: string) => taken.get(name) ?? taken.get('*') ?? false;
  best = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
  if (asked.size < 100) asked.set(accept, best);
  return best;
}
