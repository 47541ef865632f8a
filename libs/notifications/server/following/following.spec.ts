import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { aSpace, join, leave } from '../../../spaces/server/spaces.testing.js';
import { notificationsDomain } from '../index.js';
import { Following, type FollowLevel } from './following.js';

let server: TestServer;
let following: Following;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
  following = server.app.get(Following);
}, 60_000);
afterAll(() => server.stop());

describe('who wants to hear of a post', () => {
  const [thread, heating, roofs, space] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()] as const;
  const targets = [
    { kind: 'thread', id: thread, reason: 'followsThread' },
    { kind: 'topic', id: heating, reason: 'followsTopic' },
    { kind: 'topic', id: roofs, reason: 'followsTopic' },
    { kind: 'space', id: space, reason: 'followsSpace' },
  ] as const;
  const kindOf = new Map<string, string>([[thread, 'thread'], [heating, 'topic'], [roofs, 'topic'], [space, 'space']]);

  it.each<readonly [string, readonly (readonly [string, FollowLevel])[], string | null, boolean]>([
    ['nothing chosen', [], null, false],
    ['the space', [[space, 'all']], 'followsSpace', false],
    ['the space, but not this topic', [[space, 'all'], [heating, 'muted']], null, true],
    ['one of two topics, the other muted', [[roofs, 'all'], [heating, 'muted']], 'followsTopic', false],
    ['the topic, but of this thread answers only', [[heating, 'all'], [thread, 'answers']], null, false],
    ['this thread of a muted space', [[space, 'muted'], [thread, 'all']], 'followsThread', false],
    ['a muted thread of a followed space', [[space, 'all'], [thread, 'muted']], null, true],
  ])('%s', async (_case, chosen, reason, isMuted) => {
    const account = await anAccount(server);
    const found = await server.db.write({ accountId: null }, async (tx) => {
      for (const [id, level] of chosen) await following.set(tx, account.id, { kind: kindOf.get(id) ?? '', id }, level);
      return { audience: await following.audience(tx, targets), unmuted: await following.unmuted(tx, [account.id], targets) };
    });
    expect(found.audience.filter(({ accountId }) => accountId === account.id)).toEqual(reason === null ? [] : [{ accountId: account.id, reason }]);
    expect(found.unmuted).toEqual(isMuted ? [] : [account.id]);
  });

  it('answering follows, but not against what somebody chose', async () => {
    const [one, other] = [await anAccount(server), await anAccount(server)];
    const target = { kind: 'thread', id: uuidv7() };
    const audience = await server.db.write({ accountId: null }, async (tx) => {
      await following.set(tx, other.id, target, 'muted');
      for (const { id } of [one, other]) await following.follow(tx, id, target);
      return following.audience(tx, [{ ...target, reason: 'followsThread' }]);
    });
    expect(audience).toEqual([{ accountId: one.id, reason: 'followsThread' }]);
  });
});

describe('following a space', () => {
  const levelOf = 'query ($id: ID!) { followLevel(kind: "space", id: $id) }';
  const set = 'mutation ($id: ID!, $level: FollowLevel!) { setFollowLevel(input: { kind: "space", id: $id, level: $level }) { title path level } }';
  const list = async (account: TestAccount) => (await server.data<{ followed: { title: string }[] }>(account.caller, '{ followed { title } }')).followed;

  it('is chosen, listed, and rests while the space is out of sight', async () => {
    const account = await anAccount(server);
    const space = await aSpace(server, { name: 'Gartenrunde', members: [[account, 'member']] });
    expect(await server.data(account.caller, levelOf, { id: space.id })).toEqual({ followLevel: 'answers' });
    expect(await server.data(account.caller, set, { id: space.id, level: 'all' })).toEqual({ setFollowLevel: { title: 'Gartenrunde', path: `/raum/${space.slug}`, level: 'all' } });
    expect(await server.data(account.caller, levelOf, { id: space.id })).toEqual({ followLevel: 'all' });
    await leave(server, space, account);
    expect(await list(account)).toEqual([]);
    await join(server, space, account);
    expect(await list(account)).toEqual([{ title: 'Gartenrunde' }]);
  });

  it('answers for the unseen as for the unknown, and refuses guests and who waits', async () => {
    const stranger = await anAccount(server);
    const hidden = await aSpace(server, { visibility: 'hidden' });
    for (const [query, variables] of [[levelOf, {}], [set, { level: 'all' }]] as const) {
      const unknown = await server.refusal(stranger.caller, query, { ...variables, id: uuidv7() });
      expect(unknown).toMatchObject({ code: 'NOT_FOUND' });
      expect(await server.refusal(stranger.caller, query, { ...variables, id: hidden.id })).toEqual(unknown);
      expect(await server.refusal(stranger.caller, query.replace('"space"', '"gibt es nicht"'), { ...variables, id: hidden.id })).toEqual(unknown);
      expect(await server.refusal(null, query, { ...variables, id: hidden.id })).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await server.refusal((await anAccount(server, { standing: 'waiting' })).caller, query, { ...variables, id: hidden.id })).toMatchObject({ code: 'FORBIDDEN', reason: 'account.membersOnly' });
    }
    expect(await server.refusal(null, '{ followed { title } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
