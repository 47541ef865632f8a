import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { ErrorCode, ErrorParams, FieldError } from '#platform/shared';

/** What went wrong, in the words of the server's error model. `NETWORK` is the web's own: no answer came. */
export interface Problem {
  readonly code: ErrorCode | 'NETWORK';
  /** Key of the sentence: looked up as `errors.<reason>`. */
  readonly reason: string;
  readonly field?: string;
  readonly params: ErrorParams;
  /** All wrong fields of an input. */
  readonly fields: readonly FieldError[];
  /** Short id under which operators find an unexpected error in the log. */
  readonly reference?: string;
}

const codes: readonly string[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'CONFLICT', 'RATE_LIMITED', 'INTERNAL'];

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function fromExtensions(extensions: Readonly<Record<string, unknown>>): Problem {
  const code = text(extensions['code']) ?? '';
  const known = codes.includes(code) ? (code as ErrorCode) : 'INTERNAL';
  const field = text(extensions['field']);
  const given = (extensions['params'] ?? {}) as ErrorParams;
  const reference = known === 'INTERNAL' ? text(given['id']) : undefined;
  const seconds = given['retryAfterSeconds'];
  return {
    code: known,
    reason: text(extensions['reason']) ?? known,
    // Nobody counts in seconds: sentences speak of `{minutes}`.
    params: typeof seconds === 'number' ? { ...given, minutes: Math.max(1, Math.ceil(seconds / 60)) } : given,
    fields: Array.isArray(extensions['fields']) ? (extensions['fields'] as readonly FieldError[]) : [],
    ...(field === undefined ? {} : { field }),
    ...(reference === undefined ? {} : { reference }),
  };
}

function fromServerError(error: ServerError): Problem {
  try {
    const body = JSON.parse(error.bodyText) as { errors?: readonly { extensions?: Record<string, unknown> }[] };
    const extensions = body.errors?.[0]?.extensions;
    if (extensions !== undefined) return fromExtensions(extensions);
  } catch {
    // Not our own answer (a proxy's error page): the status says all there is.
  }
  if (error.statusCode === 429) return fromExtensions({ code: 'RATE_LIMITED' });
  return fromExtensions({ code: 'INTERNAL', reason: error.statusCode >= 502 ? 'serverAway' : 'INTERNAL' });
}

/** Turns anything that was thrown into a `Problem`; sentences come from `useErrorTexts`. */
export function describeError(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) return fromExtensions(error.errors[0]?.extensions ?? {});
  if (ServerError.is(error)) return fromServerError(error);
  if (error instanceof TypeError || (error instanceof Error && error.name === 'ServerParseError')) {
    return { code: 'NETWORK', reason: navigator.onLine ? 'serverAway' : 'offline', params: {}, fields: [] };
  }
  return fromExtensions({ code: 'INTERNAL' });
}
