/** The stable list of `extensions.code`; documented in docs/graphql.md. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL';

export type ErrorParams = Readonly<Record<string, string | number>>;

export interface FieldError {
  /** Path of the input field, e.g. `address` or `answers.2`. */
  readonly field: string;
  /** Key of the sentence, e.g. `tooLong`. */
  readonly reason: string;
  readonly params?: ErrorParams;
}

/** The one error that reaches clients. No sentence travels: the web turns `reason` and `params` into words. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    readonly details: { readonly field?: string; readonly params?: ErrorParams; readonly fields?: readonly FieldError[] } = {},
  ) {
    super(reason);
    this.name = 'AppError';
  }

  static notFound(): AppError {
    return new AppError('NOT_FOUND', 'notFound');
  }

  static forbidden(reason = 'forbidden'): AppError {
    return new AppError('FORBIDDEN', reason);
  }

  static unauthenticated(): AppError {
    return new AppError('UNAUTHENTICATED', 'signInNeeded');
  }

  static badInput(field: string, reason: string, params?: ErrorParams): AppError {
    return AppError.badInputs([params === undefined ? { field, reason } : { field, reason, params }]);
  }

  /** Several wrong fields at once; the first is repeated at the top for clients that show only one. */
  static badInputs(fields: readonly FieldError[]): AppError {
    const first = fields[0];
    return new AppError('BAD_USER_INPUT', first?.reason ?? 'badInput', { ...first, fields });
  }

  static conflict(reason: string, params?: ErrorParams): AppError {
    return new AppError('CONFLICT', reason, params === undefined ? {} : { params });
  }

  /** @param retryAfterSeconds when a new try makes sense. */
  static rateLimited(retryAfterSeconds: number): AppError {
    return new AppError('RATE_LIMITED', 'rateLimited', { params: { retryAfterSeconds } });
  }
}
