import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { MemberQueries, SpaceIdentity, spacesDomain } from '../index.js';
import { anEntry, aSpace, join } from '../spaces.testing.js';

describe('members and entries', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const MEMBERS = `query ($slug: String!, $first: Int, $after: String) { space(slug: $slug) { viewerCanRead viewerCanModerate memberCount myEntry { reason }
    audience { kind count visitors } members(first: $first, after: $after) { nodes { name role } pageInfo { hasNextPage endCursor } } } }`;
  const ROLE = 'mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { id } }';
  const REMOVE = 'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { id } }';
  const LEAVE = 'mutation ($input: SpaceIdInput!) { leaveSpace(input: $input) }';
  const HAND_OVER = 'mutation ($input: SpaceMemberInput!) { handOverSpace(input: $input) { id } }';
  const APPOINT = 'mutation ($input: AppointModeratorInput!) { appointModerator(input: $input) }';
  const ENTER = 'mutation ($input: EnterSpaceInput!) { enterSpace(input: $input) { id viewerCanRead myEntry { reason endsAt } } }';
  const LEAVE_ENTRY = 'mutation ($input: SpaceIdInput!) { leaveEntry(input: $input) { viewerCanRead myEntry { reason } } }';
  const JOIN = 'mutation ($input: SpaceIdInput!) { joinSpace(input: $input) { id } }';

  const of = (space: { id: string }, more: object = {}) => ({ input: { spaceId: space.id, ...more } });
  const readsOf = async (caller: Parameters<TestServer['data']>[0], slug: string) =>
    (await server.data<{ space: Record<string, unknown> & { members: { nodes: { name: string }[]; pageInfo: { endCursor: string } } | null } }>(caller, MEMBERS, { slug, first: 50 })).space;

  it('are listed in pages: who moderates first, then as a German address book is sorted', async () => {
    const mod = await anAccount(server, { name: 'Zoe Zander' });
    const names = ['Öztürk', 'Ohm', 'Zimmer', 'Ärztin', 'Anders'];
    const space = await aSpace(server, { members: [[mod, 'moderator']] });
    for (const name of names) await join(server, space, await anAccount(server, { name }));
    await join(server, space, await anAccount(server, { name: 'Berta' }), 'author');
    await join(server, space, await anAccount(server, { name: 'Gesperrt', suspended: true }));
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: { space: { memberCount: number; members: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } = await server.data(
        mod.caller, MEMBERS, { slug: space.slug, first: 3, after },
      );
      expect(page.space.memberCount).toBe(7);
      seen.push(...page.space.members.nodes.map((node) => node.name));
      ({ hasNextPage: more, endCursor: after } = page.space.members.pageInfo);
    }
    expect(seen).toEqual(['Zoe Zander', 'Berta', 'Anders', 'Ärztin', 'Ohm', 'Öztürk', 'Zimmer']);
  });

  it('are listed from places alone that the list handed out', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { members: [[mod, 'moderator']] });
    for (const keys of [[1, 'A', 'x'], ['1', 'A', uuidv7()], [1.5, 'A', uuidv7()], [9e15, 'A', uuidv7()], [1, 'A\u0000', uuidv7()], [1, 2, uuidv7()], [1, 'A']]) {
      const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
      expect([keys, await server.refusal(mod.caller, MEMBERS, { slug: space.slug, first: 3, after })]).toEqual([keys, { code: 'BAD_USER_INPUT', reason: 'badCursor', field: 'after' }]);
    }
  });

  it('are told to readers of the programme alone', async () => {
    const mod = await anAccount(server);
    const mia = await anAccount(server);
    const open = await aSpace(server, { visibility: 'public', members: [[mod, 'moderator']] });
    const closed = await aSpace(server, { visibility: 'closed', members: [[mod, 'moderator']] });
    expect(await readsOf(null, open.slug)).toMatchObject({ members: null, memberCount: null, audience: { kind: 'everyone', count: null } });
    expect(await readsOf(mia.caller, open.slug)).toMatchObject({ memberCount: 1 });
    expect(await readsOf(mia.caller, closed.slug)).toMatchObject({ members: null, memberCount: null, audience: null });
  });

  it('can be shown out with a reason, told by mail, and do not come back through an open door', async () => {
    const [mod, mia] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { name: 'Werkstatt', gates: ['open', 'invitation'], members: [[mod, 'moderator'], [mia, 'member']] });
    await server.data(mod.caller, REMOVE, of(space, { accountId: mia.id, reason: 'Inhalte weitergegeben.' }));
    expect(await readsOf(mia.caller, space.slug)).toMatchObject({ viewerCanRead: false });
    await server.db.query(`update space set name = 'Umbenannt' where id = $1`, [space.id]);
    await server.drain();
    const mail = server.mailBox.lastTo(mia.address);
    expect(mail.subject).not.toContain('Werkstatt');
    expect(mail.paragraphs.join(' ')).toContain('Werkstatt');
    expect(mail.paragraphs).toContain('Inhalte weitergegeben.');
    expect(await server.refusal(mia.caller, JOIN, of(space))).toEqual({ code: 'FORBIDDEN', reason: 'space.wasRemoved' });
    await server.data(mod.caller, 'mutation ($input: InviteToSpaceInput!) { inviteToSpace(input: $input) { id } }', of(space, { accountId: mia.id, role: 'member' }));
    await server.data(mia.caller, 'mutation ($input: SpaceIdInput!) { joinSpaceByInvitation(input: $input) { id } }', of(space));
    expect(await readsOf(mia.caller, space.slug)).toMatchObject({ viewerCanRead: true });
  });

  it('are found by a piece of their name, as one would type it', async () => {
    const mod = await anAccount(server, { name: 'Zoe Zander' });
    const space = await aSpace(server, { members: [[mod, 'moderator']] });
    for (const name of ['Jörg Grün', 'Anna Groß', 'Berta 100%']) await join(server, space, await anAccount(server, { name }));
    const found = async (name: string) =>
      (await server.data<{ space: { members: { nodes: { name: string }[] } } }>(mod.caller, 'query ($slug: String!, $name: String) { space(slug: $slug) { members(name: $name) { nodes { name } } } }', { slug: space.slug, name })).space.members.nodes.map((node) => node.name);
    expect(await found('gruen')).toEqual(['Jörg Grün']);
    expect(await found('jorg')).toEqual(['Jörg Grün']);
    expect(await found('GROSS')).toEqual(['Anna Groß']);
    expect(await found('%')).toEqual(['Berta 100%']);
    expect(await found('Zander')).toEqual(['Zoe Zander']);
    expect(await found('Ohm')).toEqual([]);
  });

  it('who are shut out look after nothing, and can leave all the same', async () => {
    const [mod, shutOut, member] = [await anAccount(server), await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { visibility: 'hidden', members: [[mod, 'moderator'], [shutOut, 'moderator'], [member, 'member']] });
    const suspend = (account: { id: string }) =>
      server.db.query(`insert into space_suspension (space_id, account_id, ends_at) values ($1, $2, now() + interval '1 day')`, [space.id, account.id]);
    await suspend(shutOut);
    await suspend(member);
    expect(await server.refusal(mod.caller, LEAVE, of(space))).toMatchObject({ code: 'CONFLICT', reason: 'space.lastModerator' });
    expect(await server.refusal(mod.caller, HAND_OVER, of(space, { accountId: member.id }))).toMatchObject({ code: 'NOT_FOUND' });
    await server.data(member.caller, LEAVE, of(space));
    await server.data(shutOut.caller, LEAVE, of(space));
    const left = await server.db.query<{ id: string }>('select account_id as id from space_member where space_id = $1', [space.id]);
    expect(left).toEqual([{ id: mod.id }]);
    expect(await server.refusal(member.caller, LEAVE, of(space))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('never leave a space without a moderator', async () => {
    const [mod, mia] = [await anAccount(server), await anAccount(server)];
    const blocked = await anAccount(server, { suspended: true });
    const space = await aSpace(server, { members: [[mod, 'moderator'], [mia, 'member'], [blocked, 'moderator']] });
    const last = { code: 'CONFLICT', reason: 'space.lastModerator' };
    expect(await server.refusal(mod.caller, LEAVE, of(space))).toEqual(last);
    expect(await server.refusal(mod.caller, ROLE, of(space, { accountId: mod.id, role: 'member' }))).toEqual(last);
    expect(await server.refusal(mod.caller, REMOVE, of(space, { accountId: mod.id, reason: 'weg' }))).toEqual(last);
    expect(await server.refusal(mod.caller, HAND_OVER, of(space, { accountId: blocked.id }))).toMatchObject({ code: 'NOT_FOUND' });
    await server.data(mod.caller, HAND_OVER, of(space, { accountId: mia.id }));
    expect(await readsOf(mia.caller, space.slug)).toMatchObject({ viewerCanModerate: true });
    expect(await readsOf(mod.caller, space.slug)).toMatchObject({ viewerCanModerate: false, viewerCanRead: true });
    await server.data(mod.caller, LEAVE, of(space));
    expect(await readsOf(mod.caller, space.slug)).toMatchObject({ viewerCanRead: false });
  });

  it('keep one moderator when two step down at the same moment', async () => {
    const [one, two] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { members: [[one, 'moderator'], [two, 'moderator']] });
    const answers = await Promise.all([server.graphql(one.caller, LEAVE, of(space)), server.graphql(two.caller, LEAVE, of(space))]);
    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
  });

  it('are admitted into first spaces with the approval of their account, where these still take them', async () => {
    const mia = await anAccount(server);
    const [first, mentors, archived] = [await aSpace(server), await aSpace(server, { limitedToRole: 'mentor' }), await aSpace(server, { isArchived: true })];
    await server.db.write({ accountId: null }, async (_tx, emit) => {
      emit({ name: 'AccountApproved', payload: { accountId: mia.id, spaceIds: [mentors.id, archived.id, uuidv7(), first.id] } });
    });
    await server.drain();
    const rows = await server.db.query<{ space_id: string }>('select space_id from space_member where account_id = $1', [mia.id]);
    expect(rows).toEqual([{ space_id: first.id }]);
  });

  it('coordinators know every space by name and its moderators, and read it only by a logged step told to these', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'], name: 'Karla Koordination' });
    const mod = await anAccount(server, { name: 'Mo Derator' });
    const space = await aSpace(server, { visibility: 'hidden', name: 'Stiller Kreis', members: [[mod, 'moderator']] });
    const all = await server.data<{ administeredSpaces: { id: string; name: string; moderators: { name: string }[]; viewerCanRead: boolean }[] }>(
      coordinator.caller, '{ administeredSpaces { id name moderators { name } viewerCanRead } }',
    );
    expect(all.administeredSpaces.find(({ id }) => id === space.id)).toEqual({ id: space.id, name: 'Stiller Kreis', moderators: [{ name: 'Mo Derator' }], viewerCanRead: false });
    expect(await server.refusal(coordinator.caller, MEMBERS, { slug: space.slug })).toMatchObject({ code: 'NOT_FOUND' });

    expect(await server.refusal(coordinator.caller, ENTER, of(space, { reason: 'kurz' }))).toMatchObject({ field: 'reason', reason: 'tooShort' });
    await server.data(coordinator.caller, ENTER, of(space, { reason: 'Hinweis auf Werbung prüfen' }));
    expect(await readsOf(coordinator.caller, space.slug)).toMatchObject({
      viewerCanRead: true, myEntry: { reason: 'Hinweis auf Werbung prüfen' }, audience: { kind: 'members', count: 1, visitors: 1 },
    });
    expect(await server.refusal(coordinator.caller, ENTER, of(space, { reason: 'Noch einmal hinein' }))).toEqual({ code: 'CONFLICT', reason: 'space.alreadyInside' });
    await server.drain();
    const mail = server.mailBox.lastTo(mod.address);
    expect(mail.paragraphs.join(' ')).toContain('Karla Koordination');
    expect(mail.subject).not.toContain('Stiller Kreis');
    const [entry] = await server.db.query<{ act: string; actor_id: string }>(`select act, actor_id from audit_entry where space_id = $1`, [space.id]);
    expect(entry).toEqual({ act: 'spaces.entered', actor_id: coordinator.id });

    expect(await server.data(coordinator.caller, LEAVE_ENTRY, of(space))).toEqual({ leaveEntry: { viewerCanRead: false, myEntry: null } });
    expect(await server.refusal(coordinator.caller, MEMBERS, { slug: space.slug })).toMatchObject({ code: 'NOT_FOUND' });

    await server.data(coordinator.caller, ENTER, of(space, { reason: 'Hinweis auf Werbung prüfen' }));
    await server.db.query(`update space_entry set ends_at = now() - interval '1 second' where space_id = $1`, [space.id]);
    expect(await server.refusal(coordinator.caller, MEMBERS, { slug: space.slug })).toMatchObject({ code: 'NOT_FOUND' });

    await server.data(coordinator.caller, ENTER, of(space, { reason: 'Hinweis auf Werbung prüfen' }));
    await server.db.query(`update account set site_roles = '{}' where id = $1`, [coordinator.id]);
    expect(await server.refusal(coordinator.caller, MEMBERS, { slug: space.slug })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('coordinators find somebody else for a space whose moderators are gone, and only then', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const [mod, mia] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { visibility: 'hidden', members: [[mod, 'moderator']] });
    const wish = of(space, { accountId: mia.id, reason: 'Moderation ist ausgeschieden' });
    expect(await server.refusal(coordinator.caller, APPOINT, wish)).toEqual({ code: 'CONFLICT', reason: 'space.hasModerator' });
    await server.db.query(`update account set suspended_until = 'infinity' where id = $1`, [mod.id]);
    expect(await server.refusal(coordinator.caller, APPOINT, of(space, { accountId: coordinator.id, reason: 'ich selbst' }))).toMatchObject({ reason: 'space.appointAnother' });
    expect(await server.refusal(mia.caller, APPOINT, wish)).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    await server.data(coordinator.caller, APPOINT, wish);
    expect(await readsOf(mia.caller, space.slug)).toMatchObject({ viewerCanModerate: true });
    expect(await server.refusal(coordinator.caller, MEMBERS, { slug: space.slug })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('share a space alike from both sides, with limits, rests and entries', async () => {
    const owner = await anAccount(server, { programmeRoles: ['mentor'] });
    const mentee = await anAccount(server, { programmeRoles: ['mentee'] });
    const [friend, resting, blocked, stranger] = [await anAccount(server), await anAccount(server), await anAccount(server, { suspended: true }), await anAccount(server)];
    const visitor = await anAccount(server, { siteRoles: ['coordinator'] });
    await aSpace(server, { visibility: 'hidden', members: [[owner, 'member'], [friend, 'member'], [blocked, 'member']] });
    const limited = await aSpace(server, { limitedToRole: 'mentor', members: [[owner, 'member'], [resting, 'member'], [mentee, 'moderator']] });
    await anEntry(server, limited, visitor);
    const members = server.app.get(MemberQueries);
    const identity = server.app.get(SpaceIdentity);
    const all = { friend, resting, blocked, stranger, mentee, visitor };
    const seeing = await Promise.all(
      Object.entries(all).map(async ([name, { id }]) => {
        const viewer = await identity.viewerOf(id);
        return viewer !== null && (await members.sharing(viewer, [owner.id])).has(owner.id) ? [name] : [];
      }),
    );
    expect(seeing.flat().toSorted()).toEqual(['friend', 'mentee']);
    expect([...(await members.sharers(owner.id))].toSorted()).toEqual([friend.id, mentee.id].toSorted());
  });
});
