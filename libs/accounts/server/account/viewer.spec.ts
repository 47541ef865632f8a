import { spacesDomain } from '#spaces/server';
import { TestServer } from '#platform/server/testing';
import { accountsDomain } from '../index.js';
import { anAccount } from '../accounts.testing.js';

const VIEWER = '{ viewer { accountId standing siteRoles programmeRoles } }';

describe('the viewer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(async () => server.stop());

  it('is a guest without a session', async () => {
    expect(await server.data(null, VIEWER)).toEqual({ viewer: { accountId: null, standing: 'guest', siteRoles: [], programmeRoles: [] } });
  });

  it('is the account of the session', async () => {
    const mentor = await anAccount(server, { programmeRoles: ['mentor'] });
    expect(await server.data(mentor.caller, VIEWER)).toMatchObject({
      viewer: { accountId: mentor.id, standing: 'approved', programmeRoles: ['mentor'] },
    });
  });

  it.each(['waiting', 'declined'] as const)('with the standing %s is not a member', async (standing) => {
    const somebody = await anAccount(server, { standing });
    expect(await server.data(somebody.caller, VIEWER)).toMatchObject({ viewer: { accountId: somebody.id, standing: 'waiting' } });
  });

  it('is a guest while suspended', async () => {
    const somebody = await anAccount(server, { suspended: true });
    expect(await server.data(somebody.caller, VIEWER)).toMatchObject({ viewer: { accountId: null } });
  });
});
