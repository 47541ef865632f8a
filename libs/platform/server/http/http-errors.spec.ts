import { pino } from 'pino';
import { httpErrorOf } from './http-errors.js';

const lines: string[] = [];
const logger = pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) });
beforeEach(() => {
  lines.length = 0;
});

describe('what goes wrong outside GraphQL', () => {
  it('is found again in the log by the id that was told', () => {
    const { status, body } = httpErrorOf(new Error('kaputt'), logger);
    expect([status, body]).toEqual([500, { error: { code: 'INTERNAL', reason: 'internal', params: { id: expect.any(String) } } }]);
    expect(lines.join('')).toContain((body as { error: { params: { id: string } } }).error.params.id);
  });

  it('is no fault where somebody goes on to another page before the answer was there', () => {
    expect(httpErrorOf(Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }), logger).status).toBe(500);
    expect(lines).toEqual([]);
  });
});
