import { accountsDomain } from '#accounts/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { anAccount } from '../../accounts/server/accounts.testing.js';
import { spacesDomain } from './index.js';
import { aSpace } from './spaces.testing.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain]);
});
afterAll(async () => server.stop());

const membershipsOf = async (caller: Caller): Promise<unknown> => {
  const file = await server.app.inject({ method: 'GET', url: '/api/accounts/own-data', headers: { cookie: caller.cookie ?? '' } });
  return (file.json() as { spaces: { memberships: unknown } }).spaces.memberships;
};

describe('one’s own data of spaces', () => {
  it('name a space whose membership rests no longer than the person reads it', async () => {
    const mentor = await anAccount(server, { programmeRoles: ['mentor'] });
    const space = await aSpace(server, { name: 'Stille Stube', visibility: 'hidden', limitedToRole: 'mentor', members: [[mentor, 'author']] });
    const membership = { spaceId: space.id, role: 'author' };
    expect(await membershipsOf(mentor.caller)).toMatchObject([{ ...membership, name: 'Stille Stube' }]);
    await server.db.query(`update account set programme_roles = '{}' where id = $1`, [mentor.id]);
    expect(await membershipsOf(mentor.caller)).toMatchObject([{ ...membership, name: null }]);
  });
});
