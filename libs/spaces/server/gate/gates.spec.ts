import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { spacesDomain } from '../index.js';
import { aSpace } from '../spaces.testing.js';

describe('gates', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const OPEN = 'mutation ($input: SpaceIdInput!) { joinSpace(input: $input) { id } }';
  const PASSWORD = 'mutation ($input: JoinByPasswordInput!) { joinSpaceByPassword(input: $input) { id } }';
  const GATES = 'mutation ($input: SetSpaceGatesInput!) { setSpaceGates(input: $input) { gates } }';
  const CHANGE = 'query ($input: SpaceGatesChangeInput!) { spaceGatesChange(input: $input) { widerWays { gate count } role isWider confirmation } }';
  const LINK = 'mutation ($input: CreateSpaceInvitationInput!) { createSpaceInvitation(input: $input) { id token uses } }';
  const ACCEPT = 'mutation ($input: SpaceInvitationTokenInput!) { acceptSpaceInvitation(input: $input) { slug } }';
  const OFFER = 'query ($token: String!) { spaceInvitationOffer(token: $token) { spaceName role } }';
  const INVITE = 'mutation ($input: InviteToSpaceInput!) { inviteToSpace(input: $input) { invitees { name role } } }';
  const ROLE = 'query ($slug: String!) { space(slug: $slug) { name myRole viewerCanRead myInvitation } }';

  const at = (space: { id: string }, more: object = {}) => ({ input: { spaceId: space.id, ...more } });
  const roleOf = async (caller: Parameters<TestServer['data']>[0], slug: string) => (await server.data<{ space: { myRole: string | null } }>(caller, ROLE, { slug })).space.myRole;

  interface Change {
    readonly widerWays: readonly { readonly gate: string; readonly count: number | null }[];
    readonly role: string | null;
    readonly isWider: boolean;
    readonly confirmation: number;
  }
  const changeOf = async (mod: { caller: Parameters<TestServer['data']>[0] }, space: { id: string }, gates: readonly string[]): Promise<Change> =>
    (await server.data<{ spaceGatesChange: Change }>(mod.caller, CHANGE, at(space, { gates }))).spaceGatesChange;

  it('asks before more people can come in, and says who and how many', async () => {
    const [mod, removed] = [await anAccount(server, { programmeRoles: ['mentor'] }), await anAccount(server, { programmeRoles: ['mentor'] })];
    await anAccount(server, { programmeRoles: ['mentor'] });
    await anAccount(server, { programmeRoles: ['mentee'] });
    await anAccount(server, { programmeRoles: ['mentor'], suspended: true });
    await anAccount(server, { programmeRoles: ['mentor'], standing: 'waiting' });
    const space = await aSpace(server, { gates: ['invitation'], limitedToRole: 'mentor', members: [[mod, 'moderator']] });
    await server.db.query(`insert into space_removal (space_id, account_id, reason, space_name) values ($1, $2, 'Weil', 'Raum')`, [space.id, removed.id]);
    const [{ outside } = { outside: 0 }] = await server.db.query<{ outside: number }>(
      `select count(*)::int as outside from account where 'mentor' = any(programme_roles) and standing = 'approved' and suspended_until is null and id <> $1`, [mod.id]);
    expect(outside).toBeGreaterThan(1);
    const change = await changeOf(mod, space, ['invitation', 'open', 'request']);
    expect(change).toEqual({
      // Who was shown out may ask, but not simply come back.
      widerWays: [{ gate: 'open', count: outside - 1 }, { gate: 'request', count: outside }], role: 'mentor', isWider: true, confirmation: outside,
    });
    const wished = at(space, { gates: ['invitation', 'open', 'request'], questions: [], answerDays: 3, askAgainDays: 30, baseVersion: 1 });
    const refused = await server.graphql(mod.caller, GATES, wished);
    expect(refused.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', reason: 'space.confirmEntrants', params: { count: outside } });
    await anAccount(server, { programmeRoles: ['mentor'] });
    expect(await server.refusal(mod.caller, GATES, { input: { ...wished.input, confirmEntrants: outside } })).toEqual({ code: 'CONFLICT', reason: 'space.confirmEntrants' });
    await server.data(mod.caller, GATES, { input: { ...wished.input, confirmEntrants: outside + 1 } });
    // Closing asks nothing.
    expect(await changeOf(mod, space, ['invitation'])).toMatchObject({ widerWays: [], isWider: false });
    await server.data(mod.caller, GATES, { input: { ...wished.input, gates: ['invitation', 'request'], baseVersion: 2 } });
  });

  it('asks as well before a limit to a programme role falls, though nobody new reads at once', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { visibility: 'closed', gates: ['request'], limitedToRole: 'mentor', members: [[mod, 'moderator']] });
    const input = { spaceId: space.id, visibility: 'closed', limitedToRole: null };
    const change = `query ($input: SpaceAudienceChangeInput!) { spaceAudienceChange(input: $input) { gains isWider confirmation entrants { widerWays { gate } role } } }`;
    expect(await server.data(mod.caller, change, { input })).toEqual({
      spaceAudienceChange: { gains: 0, isWider: true, confirmation: 1, entrants: { widerWays: [{ gate: 'request' }], role: null } },
    });
    const visibility = `mutation ($input: ChangeSpaceVisibilityInput!) { changeSpaceVisibility(input: $input) { limitedToRole } }`;
    expect(await server.refusal(mod.caller, visibility, { input: { ...input, baseVersion: 1 } })).toEqual({ code: 'CONFLICT', reason: 'space.confirmAudience' });
    expect(await server.data(mod.caller, visibility, { input: { ...input, baseVersion: 1, confirmAudience: 1 } })).toEqual({ changeSpaceVisibility: { limitedToRole: null } });
  });

  it('says who could come in again before an archived space is reopened', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { visibility: 'closed', gates: ['open'], isArchived: true, members: [[mod, 'moderator']] });
    expect(await changeOf(mod, space, ['open'])).toMatchObject({ widerWays: [{ gate: 'open' }], isWider: true });
  });

  it('tells nobody but its moderators who could come in', async () => {
    const [mia, mod] = [await anAccount(server), await anAccount(server)];
    const hidden = await aSpace(server, { visibility: 'hidden', members: [[mod, 'moderator']] });
    const known = await aSpace(server, { visibility: 'programme', members: [[mod, 'moderator'], [mia, 'member']] });
    expect(await server.refusal(mia.caller, CHANGE, at(hidden, { gates: ['open'] }))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(mia.caller, CHANGE, at(known, { gates: ['open'] }))).toEqual({ code: 'FORBIDDEN', reason: 'forbidden' });
  });

  it('opens an open gate to approved members alone', async () => {
    const space = await aSpace(server, { visibility: 'public', gates: ['open'] });
    const mia = await anAccount(server);
    const waiting = await anAccount(server, { standing: 'waiting' });
    await server.data(mia.caller, OPEN, at(space));
    expect(await roleOf(mia.caller, space.slug)).toBe('member');
    expect(await server.refusal(waiting.caller, OPEN, at(space))).toEqual({ code: 'FORBIDDEN', reason: 'space.onlyForApproved' });
    expect(await server.refusal(null, OPEN, at(space))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const byPassword = await aSpace(server, { visibility: 'closed', password: 'Löwenzahn 2026' });
    expect(await server.refusal(mia.caller, OPEN, at(byPassword))).toEqual({ code: 'FORBIDDEN', reason: 'space.gateClosed' });
  });

  it('lets only the programme role in that the space is for, and takes sight with the role', async () => {
    const space = await aSpace(server, { gates: ['open'], limitedToRole: 'mentor' });
    const mentor = await anAccount(server, { programmeRoles: ['mentor'] });
    const mentee = await anAccount(server, { programmeRoles: ['mentee'] });
    const refused = await server.graphql(mentee.caller, OPEN, at(space));
    expect(refused.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', reason: 'space.limitedToRole', params: { role: 'mentor' } });
    await server.data(mentor.caller, OPEN, at(space));
    expect(await roleOf(mentor.caller, space.slug)).toBe('member');
    await server.db.query(`update account set programme_roles = '{}' where id = $1`, [mentor.id]);
    expect(await server.data(mentor.caller, ROLE, { slug: space.slug })).toMatchObject({ space: { myRole: null, viewerCanRead: false } });
  });

  it('opens by password, keeps members when it changes, and stores no clear text', async () => {
    const mod = await anAccount(server);
    const [mia, tom] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { gates: [], members: [[mod, 'moderator']] });
    const gates = { gates: ['password'], questions: [], answerDays: 3, askAgainDays: 30, baseVersion: 1 };
    const { spaceGatesChange } = await server.data<{ spaceGatesChange: { confirmation: number } }>(mod.caller, CHANGE, at(space, { gates: ['password'] }));
    expect(await server.refusal(mod.caller, GATES, at(space, gates))).toMatchObject({ field: 'password', reason: 'required' });
    await server.data(mod.caller, GATES, at(space, { ...gates, password: 'Pustebl\u00fcmchen', confirmEntrants: spaceGatesChange.confirmation }));
    const [row] = await server.db.query<{ password_hash: string }>('select password_hash from space where id = $1', [space.id]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$/);
    // Typed on a keyboard that composes umlauts from two signs.
    await server.data(mia.caller, PASSWORD, at(space, { password: 'Pustebl\u0075\u0308mchen' }));
    await server.data(mod.caller, GATES, at(space, { ...gates, password: 'ein anderes Wort', baseVersion: 2 }));
    expect(await roleOf(mia.caller, space.slug)).toBe('member');
    expect(await server.refusal(tom.caller, PASSWORD, at(space, { password: 'Pusteblümchen' }))).toEqual({
      code: 'BAD_USER_INPUT', reason: 'space.wrongPassword', field: 'password',
    });
    await server.data(mod.caller, GATES, at(space, { ...gates, gates: ['invitation'], baseVersion: 3, confirmEntrants: (await changeOf(mod, space, ['invitation'])).confirmation }));
    const [cleared] = await server.db.query<{ password_hash: string | null }>('select password_hash from space where id = $1', [space.id]);
    expect(cleared?.password_hash).toBeNull();
  });

  it('slows guessing down per account and network, aliases counted one by one', async () => {
    const space = await aSpace(server, { password: 'Löwenzahn 2026' });
    const thief = await anAccount(server);
    const guess = async (caller: Parameters<TestServer['refusal']>[0]) => (await server.refusal(caller, PASSWORD, at(space, { password: 'geraten' }))).code;
    // The first refused alias ends the operation; however many are sent, each that runs counts.
    const aliases = Array.from({ length: 15 }, (_, index) => `a${index}: joinSpaceByPassword(input: { spaceId: "${space.id}", password: "falsch ${index}" }) { id }`);
    for (let request = 0; request < 5; request += 1) await server.graphql(thief.caller, `mutation { ${aliases.join(' ')} }`);
    const codes: string[] = [];
    for (let request = 0; request < 10; request += 1) codes.push(await guess(thief.caller));
    expect(codes.filter((code) => code === 'BAD_USER_INPUT').length).toBeLessThanOrEqual(5);
    expect(codes.at(-1)).toBe('RATE_LIMITED');
    expect(await server.refusal(thief.caller, PASSWORD, at(space, { password: 'Löwenzahn 2026' }))).toMatchObject({ code: 'RATE_LIMITED' });
    // Others elsewhere are not locked out.
    const mia = await anAccount(server);
    await server.data(mia.caller, PASSWORD, at(space, { password: 'Löwenzahn 2026' }));
    // Many accounts of one network share its limit.
    const gang = await Promise.all([1, 2, 3, 4].map(async () => anAccount(server)));
    const refusals: string[] = [];
    for (const { caller } of gang) {
      for (let number = 0; number < 10; number += 1) refusals.push(await guess({ ...caller, ip: '203.0.113.9' }));
    }
    expect(refusals.filter((code) => code === 'BAD_USER_INPUT')).toHaveLength(30);
    expect(refusals.slice(30).every((code) => code === 'RATE_LIMITED')).toBe(true);
  });

  it('lets in by a link as often and as long as it was meant, and shows no members before', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { visibility: 'hidden', name: 'Geheimer Garten', members: [[mod, 'moderator']] });
    const wish = at(space, { id: uuidv7(), label: 'für zwei', role: 'author', days: 7, maxUses: 2 });
    const { createSpaceInvitation } = await server.data<{ createSpaceInvitation: { id: string; token: string } }>(mod.caller, LINK, wish);
    const { token, id } = createSpaceInvitation;
    expect(await server.data(mod.caller, LINK, wish)).toMatchObject({ createSpaceInvitation: { id, token: null } });
    const stored = JSON.stringify(await server.db.query('select * from space_invitation where id = $1', [id]));
    expect(stored).not.toContain(token);

    const people = await Promise.all([1, 2, 3].map(async () => anAccount(server)));
    const [first, second, third] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    expect(await server.data(first.caller, OFFER, { token })).toEqual({ spaceInvitationOffer: { spaceName: 'Geheimer Garten', role: 'author' } });
    expect(await server.refusal(null, OFFER, { token })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(null, OFFER, { token: 'falsch' })).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const { caller } of [first, first, second]) await server.data(caller, ACCEPT, { input: { token } });
    expect(await roleOf(second.caller, space.slug)).toBe('author');
    const invalid = { code: 'NOT_FOUND', reason: 'space.invitationInvalid' };
    expect(await server.refusal(third.caller, ACCEPT, { input: { token } })).toEqual(invalid);
    expect(await server.refusal(third.caller, OFFER, { token: 'gibt-es-nicht' })).toEqual(invalid);

    const other = await server.data<{ createSpaceInvitation: { id: string; token: string } }>(mod.caller, LINK, at(space, { id: uuidv7(), label: '', role: 'member', days: 7 }));
    const elsewhere = await anAccount(server);
    await aSpace(server, { members: [[elsewhere, 'moderator']] });
    const revoke = 'mutation ($input: SpaceInvitationIdInput!) { revokeSpaceInvitation(input: $input) { revokedAt } }';
    const target = { input: { invitationId: other.createSpaceInvitation.id } };
    expect(await server.refusal(elsewhere.caller, revoke, target)).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    await server.data(mod.caller, revoke, target);
    expect(await server.refusal(third.caller, ACCEPT, { input: { token: other.createSpaceInvitation.token } })).toEqual(invalid);

    const short = await server.data<{ createSpaceInvitation: { token: string } }>(mod.caller, LINK, at(space, { id: uuidv7(), label: '', role: 'member', days: 1 }));
    server.clock.forward(86_400_000 + 1);
    expect(await server.refusal(third.caller, ACCEPT, { input: { token: short.createSpaceInvitation.token } })).toEqual(invalid);
  });

  it('gives the last use of a link to one of two who come at the same moment', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { members: [[mod, 'moderator']] });
    const { createSpaceInvitation } = await server.data<{ createSpaceInvitation: { token: string } }>(mod.caller, LINK, at(space, { id: uuidv7(), label: '', role: 'member', days: 7, maxUses: 1 }));
    const people = await Promise.all([1, 2, 3, 4].map(async () => anAccount(server)));
    const answers = await Promise.all(people.map(async ({ caller }) => server.graphql(caller, ACCEPT, { input: { token: createSpaceInvitation.token } })));
    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
  });

  it('asks somebody into a hidden space by name, who knows of it from then on and can say no', async () => {
    const mod = await anAccount(server);
    const [mia, tom] = [await anAccount(server, { name: 'Mia Moor' }), await anAccount(server)];
    const space = await aSpace(server, { visibility: 'hidden', name: 'Stiller Kreis', members: [[mod, 'moderator']] });
    const asked = await server.data(mod.caller, INVITE, at(space, { accountId: mia.id, role: 'member' }));
    expect(asked).toEqual({ inviteToSpace: { invitees: [{ name: 'Mia Moor', role: 'member' }] } });
    await server.data(mod.caller, INVITE, at(space, { accountId: mia.id, role: 'author' }));
    expect(await server.data(mia.caller, ROLE, { slug: space.slug })).toEqual({ space: { name: 'Stiller Kreis', myRole: null, viewerCanRead: false, myInvitation: 'author' } });
    await server.data(mia.caller, 'mutation ($input: SpaceIdInput!) { joinSpaceByInvitation(input: $input) { id } }', at(space));
    expect(await roleOf(mia.caller, space.slug)).toBe('author');

    await server.data(mod.caller, INVITE, at(space, { accountId: tom.id, role: 'member' }));
    await server.data(tom.caller, 'mutation ($input: SpaceIdInput!) { declineSpaceInvitation(input: $input) }', at(space));
    expect(await server.refusal(tom.caller, ROLE, { slug: space.slug })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    const waiting = await anAccount(server, { standing: 'waiting' });
    const refused = { code: 'BAD_USER_INPUT', field: 'accountId', reason: 'notFound' };
    expect(await server.refusal(mod.caller, INVITE, at(space, { accountId: waiting.id, role: 'member' }))).toEqual(refused);
    expect(await server.refusal(mod.caller, INVITE, at(space, { accountId: uuidv7(), role: 'member' }))).toEqual(refused);
  });

  it('lets nobody in by an invitation once that gate is closed', async () => {
    const [mod, mia] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { visibility: 'closed', members: [[mod, 'moderator']] });
    await server.data(mod.caller, INVITE, at(space, { accountId: mia.id, role: 'member' }));
    await server.db.query(`update space set gates = '{request}' where id = $1`, [space.id]);
    expect(await server.refusal(mia.caller, 'mutation ($input: SpaceIdInput!) { joinSpaceByInvitation(input: $input) { id } }', at(space))).toEqual({
      code: 'FORBIDDEN',
      reason: 'space.gateClosed',
    });
    expect(await roleOf(mia.caller, space.slug)).toBeNull();
  });
});
