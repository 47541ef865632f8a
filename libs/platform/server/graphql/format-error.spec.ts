import { GraphQLError } from 'graphql';
import type { Logger } from '../logging/logger.js';
import { formatErrorWith } from './format-error.js';

const logged: unknown[] = [];
const format = formatErrorWith({ error: (fields: unknown) => void logged.push(fields) } as unknown as Logger);
const answerTo = (fault: Error) => {
  const error = new GraphQLError(fault.message, { originalError: fault });
  return format(error.toJSON(), error);
};

describe('an error that leaves the server', () => {
  it.each<[string, Error]>([
    ['the pool is full', new Error('timeout exceeded when trying to connect')],
    ['a connection beside the pool is not made in time', new Error('timeout expired')],
    ['a connection breaks', new Error('Connection terminated unexpectedly')],
    ['the database restarts', Object.assign(new Error('the database system is starting up'), { code: '57P03' })],
    ['nobody listens', Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })],
  ])('asks for a new try where %s, and tells nothing of it', (_what, fault) => {
    expect(answerTo(fault)).toMatchObject({ message: 'tryAgain', extensions: { code: 'INTERNAL', reason: 'tryAgain' } });
    expect(JSON.stringify(answerTo(fault))).not.toContain(fault.message);
  });

  it('tells of an unknown fault an id that stands in the log, and no word of it', () => {
    const answer = answerTo(new Error('the secret is Löwenzahn'));
    expect(answer).toMatchObject({ message: 'internal', extensions: { reason: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('Löwenzahn');
    expect(answer.extensions).toMatchObject({ params: { id: (logged.at(-1) as { readonly id: string } | undefined)?.id } });
  });
});
