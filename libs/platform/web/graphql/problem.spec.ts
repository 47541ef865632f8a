import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { describeError } from './problem.js';

const refusal = (extensions: Record<string, unknown>) => new CombinedGraphQLErrors({ errors: [{ message: 'said by the server', extensions }] });

describe('what went wrong', () => {
  it('is told by code, reason and fields', () => {
    const fields = [{ field: 'input.title', reason: 'tooLong', params: { max: 120 } }];
    expect(describeError(refusal({ code: 'BAD_USER_INPUT', reason: 'tooLong', field: 'input.title', fields }))).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'tooLong',
      field: 'input.title',
      params: {},
      fields,
    });
  });

  it('names the id under which an unexpected fault is logged', () => {
    expect(describeError(refusal({ code: 'INTERNAL', reason: 'internal', params: { id: 'ab12cd34' } })).reference).toBe('ab12cd34');
  });

  it('speaks of minutes when one has to wait', () => {
    expect(describeError(refusal({ code: 'RATE_LIMITED', reason: 'rateLimited', params: { retryAfterSeconds: 90 } })).params).toMatchObject({ minutes: 2 });
  });

  it('takes a code nobody agreed on for a fault of the server', () => {
    expect(describeError(refusal({ code: 'TEAPOT' })).code).toBe('INTERNAL');
  });

  it('is the network when no answer came', () => {
    expect(describeError(new TypeError('Failed to fetch'))).toMatchObject({ code: 'NETWORK', reason: 'serverAway' });
  });

  it('is read from the answer of a plain route, too', () => {
    const response = { status: 403 } as Response;
    const bodyText = JSON.stringify({ errors: [{ extensions: { code: 'FORBIDDEN', reason: 'foreignOrigin' } }] });
    expect(describeError(new ServerError('refused', { response, bodyText }))).toMatchObject({ code: 'FORBIDDEN', reason: 'foreignOrigin' });
  });

  it('does not trip over the error page of a proxy', () => {
    const response = { status: 502 } as Response;
    expect(describeError(new ServerError('away', { response, bodyText: '<h1>502</h1>' }))).toMatchObject({ reason: 'serverAway' });
  });

  it('is a fault of ours when it is nothing of this', () => {
    expect(describeError('oops').code).toBe('INTERNAL');
  });
});
