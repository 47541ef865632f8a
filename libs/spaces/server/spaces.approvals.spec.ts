import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { anAccount } from '../../accounts/server/accounts.testing.js';
import { spacesDomain } from './index.js';
import { aSpace } from './spaces.testing.js';

describe('spaces named with an approval', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  interface HasId {
    readonly id: string;
  }

  async function approved(account: HasId, space: HasId, actor: HasId | null): Promise<void> {
    await server.db.write({ accountId: null }, async (_tx, emit) => {
      emit({ name: 'AccountApproved', payload: { accountId: account.id, spaceIds: [space.id], actorId: actor?.id ?? null } });
    });
    await server.drain();
  }
  const isIn = async (account: HasId, space: HasId) =>
    (await server.db.query('select 1 from space_member where space_id = $1 and account_id = $2', [space.id, account.id])).length > 0;
  const recordOf = async (space: HasId) =>
    server.db.query('select act, actor_id as "actorId", subject_id as "accountId" from audit_entry where space_id = $1', [space.id]);

  it.each(['closed', 'hidden'] as const)('lets nobody into a %s space in silence: it is logged, once', async (visibility) => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const [mod, mia] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { visibility, members: [[mod, 'moderator']] });
    await approved(mia, space, coordinator);
    // The same event once more.
    await approved(mia, space, coordinator);
    expect(await isIn(mia, space)).toBe(true);
    expect(await recordOf(space)).toEqual([{ act: 'spaces.assigned', actorId: coordinator.id, accountId: mia.id }]);
  });

  it('logs who came by an invitation of the coordination too, where nobody decided at that moment', async () => {
    const [mod, mia] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { members: [[mod, 'moderator']] });
    await approved(mia, space, null);
    expect(await recordOf(space)).toEqual([{ act: 'spaces.assigned', actorId: null, accountId: mia.id }]);
  });

  it('is not logged where a moderator of the space approved, or where everybody could look in anyway', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const [mod, mia] = [await anAccount(server), await anAccount(server)];
    const own = await aSpace(server, { members: [[coordinator, 'moderator'], [mod, 'moderator']] });
    const open = await aSpace(server, { visibility: 'programme', members: [[mod, 'moderator']] });
    await approved(mia, own, coordinator);
    await approved(mia, open, coordinator);
    expect([await isIn(mia, own), await isIn(mia, open)]).toEqual([true, true]);
    expect([await recordOf(own), await recordOf(open)]).toEqual([[], []]);
  });

  it('is no way for coordinators into a closed space', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const second = await anAccount(server, { siteRoles: ['coordinator'] });
    const [closed, hidden, open] = [await aSpace(server), await aSpace(server, { visibility: 'hidden' }), await aSpace(server, { visibility: 'programme' })];
    for (const space of [closed, hidden, open]) await approved(second, space, coordinator);
    expect([await isIn(second, closed), await isIn(second, hidden), await isIn(second, open)]).toEqual([false, false, true]);
    const mia = await anAccount(server);
    await approved(mia, closed, mia);
    expect(await isIn(mia, closed)).toBe(false);
  });

  it('does not bring back who was shown out', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const mia = await anAccount(server);
    const space = await aSpace(server, { visibility: 'programme' });
    await server.db.query(`insert into space_removal (space_id, account_id, reason, space_name) values ($1, $2, 'Werbung', 'Raum')`, [space.id, mia.id]);
    await approved(mia, space, coordinator);
    expect(await isIn(mia, space)).toBe(false);
    expect(await server.db.query('select reason from space_removal where space_id = $1', [space.id])).toEqual([{ reason: 'Werbung' }]);
  });
});
