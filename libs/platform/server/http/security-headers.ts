import type { FastifyInstance } from 'fastify';
import { AppError } from '#platform/shared';
import type { Config } from '../config/config.js';

const NEVER_CACHED = 'no-store';

/** For routes that look at no cookie and so may be asked from anywhere: `@RouteConfig(ANY_ORIGIN)`. */
export const ANY_ORIGIN = { isForAnyOrigin: true } as const;

/** Nothing is loaded from any other host; scripts and styles only with this answer's nonce or from our own files. */
export function contentSecurityPolicy(nonce: string | null): string {
  const own = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Ours, and the one through which the editor reads pasted text.
    "trusted-types pusteblume ProseMirrorClipboard 'allow-duplicates'",
  ].join('; ');
}

/** The same protection on every answer, whatever route or error made it. */
export function addSecurity(server: FastifyInstance, config: Config): void {
  const isHttps = config.publicUrl.startsWith('https:');
  const headers = {
    'content-security-policy': contentSecurityPolicy(null),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
    'cache-control': NEVER_CACHED,
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };

  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    const { isForAnyOrigin } = request.routeOptions.config as Partial<typeof ANY_ORIGIN>;
    if (isForAnyOrigin !== true) refuseForeignOrigin(request.method, request.headers.origin, request.headers.host, config);
  });
}

/** Browsers name the page that sends a changing request; only our own pages may. Other clients send no Origin. */
function refuseForeignOrigin(method: string, origin: string | undefined, host: string | undefined, config: Config): void {
  if (method === 'GET' || method === 'HEAD' || origin === undefined) return;
  const isOwn = origin === config.publicUrl || (URL.canParse(origin) && new URL(origin).host === host && isOwnHost(host, config));
  if (!isOwn) throw AppError.forbidden('foreignOrigin');
}

/** Besides the public address: this machine's own names, for trying out and for health checks. */
function isOwnHost(host: string, config: Config): boolean {
  return host === new URL(config.publicUrl).host || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}
