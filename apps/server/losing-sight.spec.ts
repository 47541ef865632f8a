import { setTimeout } from 'node:timers/promises';
import { Outbox } from '#platform/server';
import { LiveListener, TestServer } from '#platform/server/testing';
import { anAccount, type TestAccount } from '../../libs/accounts/server/accounts.testing.js';
import { aDiscussion, aReply, type TestDiscussion } from '../../libs/discussions/server/discussions.testing.js';
import { aSpace, leave, type TestSpace } from '../../libs/spaces/server/spaces.testing.js';
import { domains } from './domains.js';

/** Stands in what is written, and must not arrive once somebody has lost sight of it. */
const TITLE = 'Verborgenwort';

interface World {
  readonly space: TestSpace;
  readonly elsewhere: TestSpace;
  readonly moderator: TestAccount;
  readonly reader: TestAccount;
  readonly discussion: TestDiscussion;
  readonly postId: string;
}

let server: TestServer;
const run = async (sql: string, ...values: readonly unknown[]) => server.db.query(sql, values);
const act = async (by: TestAccount, name: string, type: string, input: object) => server.data(by.caller, `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`, { input });

beforeAll(async () => {
  server = await TestServer.start(domains, { WRITES_PER_MINUTE: '100000' });
});
afterAll(async () => server.stop());
beforeEach(() => server.clock.moveTo(new Date('2026-06-10T10:00:00Z')));

/** A reader who is told of a reply in a space that gives whole texts into mails. */
async function aWorld(mail: 'now' | 'daily', visibility: 'closed' | 'programme' = 'closed'): Promise<World> {
  const moderator = await anAccount(server, { name: 'Mara Moor' });
  const reader = await anAccount(server, { programmeRoles: ['mentor'] });
  const space = await aSpace(server, { visibility, members: [[moderator, 'moderator'], ...(visibility === 'closed' ? [[reader, 'member'] as const] : [])] });
  const elsewhere = await aSpace(server, { members: [[moderator, 'moderator']] });
  await run(`insert into space_mail_policy (space_id, policy, chosen_for) values ($1, 'full', $2)`, space.id, visibility);
  const discussion = await aDiscussion(server, { in: space, by: moderator, title: TITLE });
  await server.drain();
  await server.data(reader.caller, 'mutation ($input: SetFollowLevelInput!) { setFollowLevel(input: $input) { id } }', { input: { kind: 'thread', id: discussion.id, level: 'all' } });
  await run(`insert into notice_preference (account_id, category, on_page, mail) values ($1, 'followed', true, $2)`, reader.id, mail);
  const postId = await aReply(server, moderator, discussion, `${TITLE} im Text`);
  await server.drain();
  return { space, elsewhere, moderator, reader, discussion, postId };
}

interface Loss {
  readonly visibility?: 'programme';
  readonly happens: (world: World) => Promise<unknown>;
}

const LOSSES: Readonly<Record<string, Loss>> = {
  'left the space': { happens: async ({ space, reader }) => leave(server, space, reader) },
  'was shown out of it': { happens: async ({ space, reader, moderator }) => server.data(moderator.caller, 'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { id } }', { input: { spaceId: space.id, accountId: reader.id, reason: 'Passt nicht.' } }) },
  'is suspended in it': { happens: async ({ space, reader }) => run(`insert into space_suspension (account_id, space_id, ends_at) values ($1, $2, now() + interval '9 years')`, reader.id, space.id) },
  'is blocked in the programme': { happens: async ({ reader }) => run(`update account set suspended_until = 'infinity' where id = $1`, reader.id) },
  'was declined after all': { happens: async ({ reader }) => run(`update account set standing = 'declined' where id = $1`, reader.id) },
  'is leaving the programme': { happens: async ({ reader }) => run('update account set deleted_at = now() where id = $1', reader.id) },
  'lost the role that the space is for': {
    happens: async ({ space, reader }) => {
      await run(`update space set limited_to_role = 'mentor' where id = $1`, space.id);
      await run(`update account set programme_roles = '{}' where id = $1`, reader.id);
    },
  },
  'read a space that was closed': {
    visibility: 'programme',
    happens: async ({ space }) => {
      await run(`update space set visibility = 'closed' where id = $1`, space.id);
      await run(`insert into space_mail_policy (space_id, policy, chosen_for) values ($1, 'full', 'closed') on conflict (space_id) do update set chosen_for = 'closed'`, space.id);
    },
  },
  'does not read where it was moved to': { happens: async ({ elsewhere, discussion, moderator }) => act(moderator, 'moveDiscussion', 'MoveDiscussionInput', { discussionId: discussion.id, toSpaceId: elsewhere.id }) },
};
const TAKEN_BACK: Readonly<Record<string, Loss>> = {
  'would read what its author took back': { happens: async ({ moderator, postId }) => act(moderator, 'deletePost', 'PostInput', { postId }) },
  'would read what is hidden': { happens: async ({ postId }) => run(`update post set state = 'hidden' where id = $1`, postId) },
};

const mailsTo = ({ address }: TestAccount) => server.mailBox.mails.filter(({ to, subject }) => to.address === address && !subject.includes('Mitgliedschaft'));

describe.each(Object.entries({ ...LOSSES, ...TAKEN_BACK }))('who %s', (_how, { visibility, happens }) => {
  it.each<readonly [string, 'now' | 'daily', boolean]>([
    ['before mails are decided', 'now', false],
    ['while a mail waits in the queue', 'now', true],
    ['while a summary is being gathered', 'daily', false],
    ['while a summary waits in the queue', 'daily', true],
  ])('gets no mail: %s', async (_when, mail, isQueued) => {
    const world = await aWorld(mail, visibility);
    const decide = async () => {
      server.clock.forward(180_000);
      await server.app.get(Outbox).runNow('notifications.due');
      if (mail === 'daily') server.clock.moveTo(new Date('2026-06-11T05:01:00Z'));
      await server.app.get(Outbox).runNow('notifications.digests');
    };
    if (isQueued) await decide();
    else if (mail === 'daily') {
      server.clock.forward(180_000);
      await server.app.get(Outbox).runNow('notifications.due');
    }
    await happens(world);
    if (!isQueued) await decide();
    await server.drain();
    server.clock.moveTo(new Date('2026-06-12T05:01:00Z'));
    await server.app.get(Outbox).runNow('notifications.digests');
    await server.drain();
    expect(mailsTo(world.reader)).toEqual([]);
  });

});

describe.each(Object.entries(LOSSES))('who %s', (_how, { visibility, happens }) => {
  it('finds no notice of it any more, counts none, hears of nothing new, and reads nothing of it in a feed', async () => {
    const world = await aWorld('now', visibility);
    const { reader, space, moderator, discussion } = world;
    const { createFeed } = await server.data<{ createFeed: { address: string } }>(reader.caller, 'mutation ($input: CreateFeedInput!) { createFeed(input: $input) { address } }', { input: { spaceId: space.id } });
    const feed = async () => (await server.app.inject({ method: 'GET', url: new URL(createFeed.address).pathname })).body;
    const page = async () => JSON.stringify(await server.graphql(reader.caller, '{ unreadNoticeCount notices { nodes { title notices { line excerpt } } } }'));
    expect([await feed(), await page()]).toEqual([expect.stringContaining(TITLE), expect.stringMatching(new RegExp(`"unreadNoticeCount":1.*${TITLE}`))]);
    const listener = await LiveListener.open(server, reader.caller);
    await listener.until(({ raw }) => raw !== '');
    await happens(world);
    await server.drain();
    await setTimeout(100);
    const before = listener.updates.length;
    await aReply(server, moderator, discussion, `${TITLE} noch einmal`).catch(() => undefined);
    await server.drain();
    await setTimeout(150);
    expect(listener.updates.slice(before)).toEqual([]);
    listener.close();
    const after = await page();
    expect([after.includes(TITLE), /"unreadNoticeCount":[1-9]/.test(after), (await feed()).includes(TITLE)]).toEqual([false, false, false]);
  });
});

it('is no empty promise: who stays gets the mail, the summary and the news', async () => {
  for (const mail of ['now', 'daily'] as const) {
    const { reader } = await aWorld(mail);
    server.clock.forward(180_000);
    await server.app.get(Outbox).runNow('notifications.due');
    server.clock.moveTo(new Date('2026-06-11T05:01:00Z'));
    await server.app.get(Outbox).runNow('notifications.digests');
    await server.drain();
    expect(JSON.stringify(mailsTo(reader))).toContain(`${TITLE} im Text`);
    server.clock.moveTo(new Date('2026-06-10T10:00:00Z'));
  }
});
