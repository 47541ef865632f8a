import { accountsDomain } from '#accounts/server';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { TestServer } from '../testing/index.js';
import { OPERATION_LIMITS } from './operation-limits.js';

const TOO_LARGE = { code: 'BAD_USER_INPUT', reason: 'operationTooLarge' };
const INVALID = { code: 'BAD_USER_INPUT', reason: 'invalidOperation' };
const times = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join(' ');
/** Introspection's types of types: as deep as one likes. */
const deep = (levels: number): string => `{ __type(name: "Query") { ${'ofType { '.repeat(levels)} name ${'} '.repeat(levels)} } }`;

describe('an operation', () => {
  let server: TestServer;
  let account: TestAccount;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
    account = await anAccount(server);
  });
  afterAll(() => server.stop());

  const inject = (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: unknown) =>
    server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload: payload as object }) });

  it('within all limits is answered', async () => {
    const aliased = await server.data(null, `{ ${times(OPERATION_LIMITS.aliases, (index) => `a${index}: __typename`)} }`);
    expect(Object.values(aliased)).toEqual(Array.from({ length: OPERATION_LIMITS.aliases }, () => 'Query'));
    expect(await server.graphql(null, deep(OPERATION_LIMITS.depth - 4))).not.toHaveProperty('errors');
  });

  it.each([
    ['nested too deep', deep(OPERATION_LIMITS.depth + 1)],
    ['nested too deep through fragments', `{ __type(name: "Query") { ...A } } fragment A on __Type { ${'ofType { '.repeat(8)} ...B ${'} '.repeat(8)} } fragment B on __Type { ${'ofType { '.repeat(8)} name ${'} '.repeat(8)} }`],
    ['with too many aliases', `{ __type(name: "Query") { ${times(OPERATION_LIMITS.aliases + 1, (index) => `a${index}: name`)} } }`],
    ['with too many root fields', `{ ${times(OPERATION_LIMITS.rootFields + 1, () => '__typename')} }`],
    ['with too many directives', `{ __typename ${times(OPERATION_LIMITS.directives + 1, () => '@include(if: true)')} }`],
  ])('%s is refused as too large', async (_what, query) => {
    await expect(server.refusal(null, query)).resolves.toEqual(TOO_LARGE);
  });

  it('that costs too much is refused as too large, in no time', async () => {
    const many = (part: string): string => times(30, () => part);
    const query = `{ __type(name: "Query") { ...C } } fragment C on __Type { ${many('ofType { ...B }')} } fragment B on __Type { ${many('ofType { ...A }')} } fragment A on __Type { ${times(80, () => 'name')} }`;
    const started = Date.now();
    await expect(server.refusal(null, query)).resolves.toEqual(TOO_LARGE);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ['with too many tokens', `{ __type(name: "Query") { ${times(OPERATION_LIMITS.tokens + 1, () => 'name')} } }`],
    ['whose fragments go round in circles', '{ __type(name: "Query") { ...A } } fragment A on __Type { ofType { ...B } } fragment B on __Type { ofType { ...A } }'],
    ['that spreads a fragment in itself', '{ __type(name: "Query") { ...A } } fragment A on __Type { ...A }'],
    ['that asks for an unknown field', '{ gibtEsNicht }'],
    ['that cannot be read', '{ {'],
  ])('%s is refused at once', async (_what, query) => {
    const started = Date.now();
    const { code } = await server.refusal(null, query);
    expect(code).toBe('BAD_USER_INPUT');
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('in a list of operations is not run', async () => {
    const answer = await inject('POST', '/graphql', { 'content-type': 'application/json' }, [{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain('"__typename"');
  });

  it('by GET needs the header that no foreign form can set', async () => {
    const url = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
    expect((await inject('GET', url, {})).statusCode).toBe(400);
    const answer = await inject('GET', url, { 'apollo-require-preflight': 'true' });
    expect(answer.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('by a plain form is not run', async () => {
    const answer = await inject('POST', '/graphql', { 'content-type': 'text/plain' }, JSON.stringify({ query: '{ __typename }' }));
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('"data":{');
  });

  it('that changes something is not taken by GET', async () => {
    const url = `/graphql?query=${encodeURIComponent('mutation { __typename }')}`;
    const answer = await inject('GET', url, { 'apollo-require-preflight': 'true' });
    expect(answer.statusCode).toBe(405);
    expect(answer.body).not.toContain('Mutation"');
  });

  it.each([0, -1, 101])('that asks for a page of %i is refused with the bounds', async (first) => {
    const { errors } = await server.graphql(account.caller, 'query ($first: Int!) { people(first: $first) { nodes { id } } }', { first });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'first', reason: 'outOfRange', params: { from: 1, to: 100 } }] });
  });

  it.each([
    ['no cursor at all', 'x'],
    ['one of another list', Buffer.from('["a","b","c","d","e"]').toString('base64url')],
    ['an object', Buffer.from('{"length":2}').toString('base64url')],
    ['SQL', Buffer.from('["\'; drop table account; --"]').toString('base64url')],
  ])('that goes on from %s is refused', async (_what, after) => {
    await expect(server.refusal(account.caller, 'query ($after: String) { people(after: $after) { nodes { id } } }', { after })).resolves.toMatchObject({
      code: 'BAD_USER_INPUT', reason: 'badCursor',
    });
  });

  it('without limits broken but unknown stays a plain refusal', async () => {
    await expect(server.refusal(null, '{ gibtEsNicht }')).resolves.toEqual(INVALID);
  });
});

describe('in production', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain], { NODE_ENV: 'production' });
  });
  afterAll(() => server.stop());

  it('a name that is nearly right is not completed', async () => {
    for (const query of ['{ spacess { id } }', '{ viewerr { id } }', 'query ($input: CreateSpaceInputt!) { __typename }']) {
      const answer = await server.graphql(null, query);
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(JSON.stringify(answer)).not.toMatch(/did you mean/i);
    }
  });

  it('the schema is not told', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }']) {
      const answer = await server.graphql(null, query);
      expect(answer.data ?? null).toBeNull();
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
