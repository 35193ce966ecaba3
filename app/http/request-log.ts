const token = /^(?=.*\d)[0-9a-z]{16,}$|^(?=.*[A-Z_])[\w-]{16,}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}$|@|%40/i;
const mixed = /[A-Z_]/;

function isSecretLike(segment: string): boolean {
  if (!token.test(segment)) return false;
  // A slug is words with hyphens in lower case; an id or a token is not.
  return mixed.test(segment) || !segment.includes('-') || /^[0-9a-f-]{36}$/.test(segment) || segment.includes('@');
}

/** The path as the log may keep it: no query, and neither ids nor tokens nor addresses in it. */
export function pathForLog(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '/';
  return path
    .split('/')
    .map((segment) => (isSecretLike(segment) ? ':id' : segment))
    .join('/')
    .slice(0, 200);
}

export type Line = Record<string, string | number | undefined>;

let waiting = '';
let flushing: NodeJS.Timeout | undefined;

function flush() {
  clearTimeout(flushing);
  flushing = undefined;
  const lines = waiting;
  waiting = '';
  if (lines) process.stdout.write(lines);
}

process.on('exit', flush);

/**
 * Writes one line of the log; as JSON, so that nothing in it can pretend to be another line. Lines of
 * one moment are written together, since each writing stops the process; a fault is written at once.
 */
export function writeLine(line: Line): void {
  waiting += `${JSON.stringify(line)}\n`;
  if (line.level === 'error') return flush();
  flushing ??= setTimeout(flush, 20);
}

type Fault = { name?: string; message?: string; stack?: string; code?: string; cause?: Fault };

/** What the log keeps of a fault: its kind and where it rose, never the values a query carried. */
export function faultForLog(error: unknown): Line {
  const fault = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as Fault;
  const inner = fault.cause ?? fault;
  // Drizzle's message repeats the statement with its parameters, which are people's data.
  const message = fault.message?.startsWith('Failed query') ? inner.message : fault.message;
  const frames = fault.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    fault: fault.name ?? 'Error',
    code: inner.code,
    message: message?.split('\n', 1)[0]?.slice(0, 200),
    at: frames.slice(0, 6).map((frame) => frame.trim()).join(' | '),
  };
}
