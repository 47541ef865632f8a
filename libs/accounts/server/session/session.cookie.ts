import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/server';

/** Signed out after 30 days without a visit, and after 180 days whatever happens. */
export const SESSION_IDLE_DAYS = 30;
export const SESSION_MAX_DAYS = 180;

/** With https the browser itself guards name, path and host of a `__Host-` cookie; plain http (this machine) cannot have one. */
export function sessionCookieName(config: Config): string {
  return config.publicUrl.startsWith('https:') ? '__Host-pusteblume' : 'pusteblume';
}

/** 256 random bits: nobody guesses a session. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The token a request carries, null for guests. */
export function sessionTokenOf(request: FastifyRequest, config: Config): string | null {
  const token = (request as FastifyRequest & { cookies?: Record<string, string | undefined> }).cookies?.[sessionCookieName(config)];
  return token === undefined || token === '' ? null : token;
}

interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

export function setSessionCookie(reply: FastifyReply, config: Config, token: string): void {
  (reply as unknown as CookieReply).setCookie(sessionCookieName(config), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    maxAge: SESSION_MAX_DAYS * 86_400,
  });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  (reply as unknown as CookieReply).clearCookie(sessionCookieName(config), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
  });
}
