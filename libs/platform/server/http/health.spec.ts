import { accountsDomain } from '#accounts/server';
import { spacesDomain } from '#spaces/server';
import { Outbox } from '../outbox/outbox.js';
import { TestServer } from '../testing/index.js';
import { HealthChecks } from './health-checks.js';

describe('/health', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const ask = () => server.app.inject({ method: 'GET', url: '/health' });

  it('names each part, and nothing else about it', async () => {
    const answer = await ask();
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok', parts: { database: 'ok', worker: 'ok' } });
  });

  it('is ill where jobs cannot be stored', async () => {
    const spy = jest.spyOn(server.app.get(Outbox), 'isReachable').mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.1:5432'));
    const answer = await ask();
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ status: 'ill', parts: { database: 'ok', worker: 'ill' } });
    spy.mockRestore();
  });

  it('stays well where a part is ill that can be done without', async () => {
    server.app.get(HealthChecks).add({ name: 'extra', isEssential: false, isWell: async () => false });
    const answer = await ask();
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok', parts: { database: 'ok', worker: 'ok', extra: 'ill' } });
  });

  it('knows each part once', () => {
    expect(() => server.app.get(HealthChecks).add({ name: 'database', isEssential: true, isWell: async () => true })).toThrow('database');
  });
});
