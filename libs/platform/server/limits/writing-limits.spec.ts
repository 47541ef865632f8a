import { accountsDomain } from '#accounts/server';
import { spacesDomain } from '#spaces/server';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { TestServer, type Caller } from '../testing/test-server.js';

const WRITES_PER_MINUTE = 12;

describe('changes of one account', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain], { WRITES_PER_MINUTE: String(WRITES_PER_MINUTE) });
  });
  afterAll(() => server.stop());

  const CHANGE = 'updateAccount(input: { locale: "de", name: "Nele Nett" }) { id }';
  const wear = async (caller: Caller, times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await server.data(caller, `mutation { ${CHANGE} }`);
  };

  it('are counted, each alias by itself, and end at the limit with the time to wait', async () => {
    const [noisy, quiet] = [await anAccount(server), await anAccount(server)];
    await wear(noisy.caller, WRITES_PER_MINUTE - 3);
    expect((await server.graphql(noisy.caller, `mutation { a: ${CHANGE} b: ${CHANGE} }`)).errors).toBeUndefined();
    expect((await server.graphql(noisy.caller, `mutation { ${CHANGE} }`)).errors).toBeUndefined();
    const refused = await server.graphql(noisy.caller, `mutation { ${CHANGE} }`);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', reason: 'rateLimited', params: { retryAfterSeconds: expect.any(Number) as number } });
    // Whatever the mutation, also one that would be refused anyway.
    expect(await server.refusal(noisy.caller, 'mutation { finishSheet { answers } }')).toMatchObject({ code: 'RATE_LIMITED' });
    // Who uses somebody's account cannot keep its owner from ending that.
    expect((await server.graphql(noisy.caller, 'mutation { endOtherSessions { id } }')).errors).toBeUndefined();
    // Reading goes on, and others write.
    expect(await server.data(noisy.caller, '{ me { id } }')).toEqual({ me: { id: noisy.id } });
    expect((await server.graphql(quiet.caller, `mutation { ${CHANGE} }`)).errors).toBeUndefined();
  });
});
