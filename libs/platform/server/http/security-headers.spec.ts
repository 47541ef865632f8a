import { accountsDomain } from '#accounts/server';
import { spacesDomain } from '#spaces/server';
import { TestServer } from '../testing/index.js';
import { contentSecurityPolicy } from './security-headers.js';

const OWN = 'https://pusteblume.stadt.example';
const JSON_BODY = { 'content-type': 'application/json' };

describe('every answer', () => {
  let server: TestServer;
  const lines: string[] = [];
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain], { PUBLIC_URL: OWN, LOG_LEVEL: 'debug' }, { write: (line) => void lines.push(line) });
  });
  afterAll(() => server.stop());

  const ask = (headers: Record<string, string>, payload: string | object = { query: '{ __typename }' }) =>
    server.app.inject({ method: 'POST', url: '/graphql', headers: { ...JSON_BODY, ...headers }, payload, remoteAddress: '203.0.113.77' });

  it.each([
    ['an answered operation', () => ask({}), 200],
    ['a refused operation', () => ask({}, { query: '{ gibtEsNicht }' }), 400],
    ['a body that is no JSON', () => ask({}, '{"query":'), 400],
    ['a body that is too large', () => ask({}, { query: `{ __typename } #${'x'.repeat(2_100_000)}` }), 413],
    ['a foreign page', () => ask({ origin: 'https://boese.example' }), 403],
    ['a route that does not exist', () => server.app.inject({ method: 'GET', url: '/api/gibt-es-nicht' }), 404],
    ['the state of health', () => server.app.inject({ method: 'GET', url: '/health' }), 200],
  ])('carries the protection: %s', async (_what, send, status) => {
    const { headers, statusCode, body } = await send();
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy(null),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(body).not.toMatch(/node_modules|\.ts:\d|\.js:\d/);
  });

  it('lets nothing be loaded from elsewhere and nothing be run inline', () => {
    const policy = contentSecurityPolicy(null);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(contentSecurityPolicy('abc')).toContain("script-src 'self' 'nonce-abc'");
  });

  it.each([OWN, undefined])('is given to a request from %s', async (origin) => {
    expect((await ask(origin === undefined ? {} : { origin })).json()).toEqual({ data: { __typename: 'Query' } });
  });

  it.each(['https://boese.example', 'null', 'http://pusteblume.stadt.example', `${OWN}.boese.example`, `${OWN}:8443`, 'https://localhost'])(
    'is refused to a page of %s',
    async (origin) => {
      const answer = await ask({ origin });
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toEqual({ error: { code: 'FORBIDDEN', reason: 'foreignOrigin' } });
    },
  );

  it('leaves a line in the log that says nothing about who asked for what', async () => {
    lines.length = 0;
    await server.app.inject({
      method: 'POST',
      url: '/graphql?merkwort=in-der-adresse',
      headers: { ...JSON_BODY, cookie: 'keks=merkwort-im-keks', 'user-agent': 'merkwort-im-programm', 'x-forwarded-for': '198.51.100.9' },
      payload: { query: 'query ($name: String!) { __type(name: $name) { name } }', variables: { name: 'merkwort im Text' } },
      remoteAddress: '203.0.113.77',
    });
    await server.app.inject({ method: 'GET', url: '/api/merkwort-im-pfad?q=merkwort', remoteAddress: '203.0.113.77' });
    const answered = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['msg'] === 'answered');
    expect(answered).toHaveLength(2);
    expect(answered[0]).toMatchObject({ method: 'POST', route: '/graphql', status: 200 });
    for (const line of answered) expect(Object.keys(line).toSorted()).toEqual(['level', 'method', 'ms', 'msg', 'route', 'status', 'time']);
    expect(lines.join('')).not.toMatch(/merkwort|203\.0\.113|198\.51\.100/);
  });
});
