import { holds, visibleTo, type ContentState, type Viewer } from '#access/server';
import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { Audiences, SpaceIdentity, spacesDomain } from '../index.js';
import { anEntry, aSpace } from '../spaces.testing.js';

describe('who can see this', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  /** Every account there is, as the viewer it would be now. */
  async function viewers(): Promise<readonly Viewer[]> {
    const identity = server.app.get(SpaceIdentity);
    const accounts = await server.db.query<{ id: string }>('select id from account');
    const all = await Promise.all(accounts.map(async ({ id }) => identity.viewerOf(id)));
    return all.filter((viewer): viewer is Viewer => viewer !== null);
  }

  it('counts exactly the viewers whom the rule lets see, in every visibility and state', async () => {
    const mod = await anAccount(server);
    const mentor = await anAccount(server, { programmeRoles: ['mentor'] });
    const mentee = await anAccount(server, { programmeRoles: ['mentee'] });
    const former = await anAccount(server);
    const blocked = await anAccount(server, { suspended: true });
    const waiting = await anAccount(server, { standing: 'waiting' });
    const declined = await anAccount(server, { standing: 'declined' });
    const unconfirmed = await anAccount(server, { standing: 'unconfirmed' });
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    await server.db.query('update account set deleted_at = now() where id = $1', [(await anAccount(server)).id]);
    const members = [mod, mentor, mentee, blocked, waiting, declined, unconfirmed].map((account) => [account, account === mod ? 'moderator' : 'member'] as const);
    const audiences = server.app.get(Audiences);

    for (const visibility of ['public', 'programme', 'closed', 'hidden'] as const) {
      for (const limitedToRole of [undefined, 'mentor'] as const) {
        const space = await aSpace(server, { visibility, members, ...(limitedToRole === undefined ? {} : { limitedToRole }) });
        await anEntry(server, space, coordinator);
        await anEntry(server, space, mod);
        const seeing = await viewers();
        for (const state of ['draft', 'review', 'published', 'retired', 'hidden'] satisfies ContentState[]) {
          for (const authorIds of [[mentor.id], [former.id, mentee.id], [blocked.id], [waiting.id]]) {
            const content = { id: uuidv7(), spaceId: space.id, state, authorIds };
            const allowed = seeing.filter((viewer) => viewer.standing === 'approved' && holds(visibleTo(viewer), content)).length;
            const audience = await audiences.ofContent(content);
            const label = `${visibility} ${limitedToRole ?? ''} ${state}`;
            if (audience?.kind === 'everyone') {
              expect([label, allowed]).toEqual([label, seeing.filter((viewer) => viewer.standing === 'approved').length]);
            } else {
              expect([label, (audience?.count ?? -1) + (audience?.visitors ?? 0)]).toEqual([label, allowed]);
            }
          }
        }
      }
    }
  });

  it('counts drafts of who waits for approval for nobody but the approved, and names the circle', async () => {
    const mod = await anAccount(server);
    const audiences = server.app.get(Audiences);
    const kinds = async (space: { id: string }) => (await audiences.ofSpaces([space.id])).get(space.id);
    expect(await kinds(await aSpace(server, { visibility: 'public', name: 'A' }))).toEqual({ kind: 'everyone', count: null, visitors: 0, role: null, spaceName: 'A' });
    expect(await kinds(await aSpace(server, { visibility: 'programme' }))).toMatchObject({ kind: 'programme' });
    expect(await kinds(await aSpace(server, { visibility: 'programme', limitedToRole: 'mentee' }))).toMatchObject({ kind: 'role', role: 'mentee', count: 1 });
    const closed = await aSpace(server, { visibility: 'closed', name: 'B', members: [[mod, 'moderator']] });
    expect(await kinds(closed)).toEqual({ kind: 'members', count: 1, visitors: 0, role: null, spaceName: 'B' });
    expect(await audiences.ofContent({ spaceId: closed.id, state: 'review', authorIds: [] })).toMatchObject({ kind: 'reviewers', count: 1 });
    expect(await audiences.ofContent({ spaceId: closed.id, state: 'draft', authorIds: [mod.id] })).toMatchObject({ kind: 'authors', count: 1 });
    expect(await audiences.ofContent({ spaceId: uuidv7(), state: 'published', authorIds: [] })).toBeNull();
  });

  it('says who would gain and lose sight by a move', async () => {
    const [one, two, three] = [await anAccount(server), await anAccount(server), await anAccount(server)];
    const from = await aSpace(server, { members: [[one, 'member'], [two, 'member']] });
    const to = await aSpace(server, { members: [[one, 'member'], [three, 'member']] });
    const query = 'query ($input: MoveAudienceChangeInput!) { moveAudienceChange(input: $input) { gains losses isWider opensToEveryone confirmation } }';
    const input = { fromSpaceId: from.id, toSpaceId: to.id };
    expect(await server.data(one.caller, query, { input })).toEqual({
      moveAudienceChange: { gains: 1, losses: 1, isWider: true, opensToEveryone: false, confirmation: 2 },
    });
    expect(await server.refusal(two.caller, query, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
  });

  it('says who would see into a space before it is made, as it is once it is made', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const [mod, mia] = [await anAccount(server, { programmeRoles: ['mentor'] }), await anAccount(server)];
    await anAccount(server, { programmeRoles: ['mentor'] });
    const query = 'query ($input: NewSpaceAudienceInput!) { newSpaceAudience(input: $input) { kind count visitors role spaceName } }';
    const audiences = server.app.get(Audiences);
    for (const visibility of ['public', 'programme', 'closed', 'hidden'] as const) {
      for (const limitedToRole of [null, 'mentor'] as const) {
        const input = { name: 'Bald', visibility, limitedToRole, moderatorIds: [mod.id, mia.id] };
        const made = await aSpace(server, { name: 'Bald', visibility, members: [[mod, 'moderator'], [mia, 'moderator']], ...(limitedToRole === null ? {} : { limitedToRole }) });
        expect(await server.data(coordinator.caller, query, { input })).toEqual({ newSpaceAudience: (await audiences.ofSpaces([made.id])).get(made.id) });
      }
    }
    const input = { name: '', visibility: 'closed', moderatorIds: [mod.id] };
    expect(await server.data(coordinator.caller, query, { input })).toMatchObject({ newSpaceAudience: { kind: 'members', count: 1 } });
    expect(await server.refusal(mod.caller, query, { input })).toEqual({ code: 'FORBIDDEN', reason: 'forbidden' });
  });

  it('counts for what guests do not get the members of the programme alone', async () => {
    const audiences = server.app.get(Audiences);
    const open = await aSpace(server, { visibility: 'public' });
    const [{ members } = { members: 0 }] = await server.db.query<{ members: number }>(
      `select count(*)::int as members from account where standing = 'approved' and deleted_at is null and (suspended_until is null or suspended_until <= now())`);
    const subject = { spaceId: open.id, state: 'published', authorIds: [] } as const;
    expect(await audiences.ofContent(subject)).toMatchObject({ kind: 'everyone', count: null });
    const ofMembers = async (of: typeof subject) => (await audiences.amongMembers(await audiences.ofContents([of])))[0];
    expect(await ofMembers(subject)).toMatchObject({ kind: 'programme', count: members });
    const closed = await aSpace(server, { visibility: 'closed' });
    expect(await ofMembers({ ...subject, spaceId: closed.id })).toMatchObject({ kind: 'members', count: 0 });
  });
});
