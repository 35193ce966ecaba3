import type { ServerResponse } from 'node:http';

type Settings = { uploadthingToken?: string | undefined };

function contentSecurityPolicy({ uploadthingToken }: Settings): string {
  // With a token the browser sends its files straight to UploadThing's cloud.
  const uploads = uploadthingToken ? ' https://*.ingest.uploadthing.com' : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${uploads}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The security headers that every answer of the portal carries. */
export function securityHeaders(settings: Settings): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(settings),
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'X-DNS-Prefetch-Control': 'off',
    'Origin-Agent-Cluster': '?1',
    // A page may hold somebody's data unless it says otherwise.
    'Cache-Control': 'no-store',
  };
}

/**
 * Adds these headers at the last moment, and only those the answer does not set itself, so that a
 * file can carry a stricter policy and a public page its own caching.
 */
export function addHeadersAtLast(response: ServerResponse, headers: Record<string, string>): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    for (const [name, value] of Object.entries(headers)) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead(...args);
  }) as typeof response.writeHead;
}
