import { anAccount, type TestAccount } from '#accounts/server/testing';
import { accountsDomain } from '#accounts/server';
import { bookmarksDomain } from '#bookmarks/server';
import { feedsDomain } from '#feeds/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import type { ServerDomain } from '#platform/server';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { topicsDomain } from '#topics/server';
import { aSpace, type SpaceWishes, type TestSpace } from '../../spaces/server/spaces.testing.js';
import type { DiscussionKind } from './discussion/discussion.state.js';
import { discussionsDomain } from './index.js';

/** What discussions stand on, for `TestServer.start`. */
export const discussionsWithGround: readonly ServerDomain[] = [
  accountsDomain, spacesDomain, searchDomain, topicsDomain, notificationsDomain, moderationDomain, bookmarksDomain, feedsDomain, threadsDomain, discussionsDomain,
];

interface HasId {
  readonly id: string;
}

export interface TestDiscussion {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly spaceId: string;
}

/** What a spec says about the discussion it needs; its parents are invented where they are not given. */
export interface DiscussionWishes {
  readonly in?: HasId;
  /** Must be a member of the space, where that one is given. */
  readonly by?: TestAccount;
  /** `question` unless set. */
  readonly kind?: DiscussionKind;
  readonly title?: string;
  readonly body?: string;
  readonly topics?: readonly HasId[];
}

let made = 0;

/** A discussion opened through the API, as people do. */
export async function aDiscussion(server: TestServer, wishes: DiscussionWishes = {}): Promise<TestDiscussion> {
  made += 1;
  const author = wishes.by ?? (await anAccount(server));
  const space = wishes.in ?? (await aSpace(server, { members: [[author, 'member']] }));
  const { openDiscussion } = await server.data<{ openDiscussion: TestDiscussion }>(
    author.caller,
    'mutation ($input: OpenDiscussionInput!) { openDiscussion(input: $input) { id slug title spaceId } }',
    {
      input: {
        id: uuidv7(), spaceId: space.id, kind: wishes.kind ?? 'question', title: wishes.title ?? `Diskussion ${made}`, body: wishes.body ?? 'Wie macht ihr das?',
        topicIds: (wishes.topics ?? []).map(({ id }) => id),
      },
    },
  );
  return openDiscussion;
}

/** A reply through the API. @returns the post's id. */
export async function aReply(server: TestServer, by: TestAccount, discussion: HasId, body = 'So machen wir das.'): Promise<string> {
  const { writePost } = await server.data<{ writePost: { id: string } }>(by.caller, 'mutation ($input: WritePostInput!) { writePost(input: $input) { id } }', {
    input: { id: uuidv7(), threadId: discussion.id, body },
  });
  return writePost.id;
}

/** A closed space with somebody in each role, and a stranger. */
export interface TestRound {
  readonly space: TestSpace;
  readonly asker: TestAccount;
  readonly member: TestAccount;
  readonly mentor: TestAccount;
  readonly moderator: TestAccount;
  readonly stranger: TestAccount;
}

export async function aRound(server: TestServer, wishes: SpaceWishes = {}): Promise<TestRound> {
  const asker = await anAccount(server, { name: 'Ada Fragend' });
  const member = await anAccount(server, { name: 'Milo Mitglied' });
  const mentor = await anAccount(server, { name: 'Mentha Rat', programmeRoles: ['mentor'] });
  const moderator = await anAccount(server, { name: 'Mara Moderatorin' });
  const stranger = await anAccount(server, { name: 'Frida Fremd' });
  const members = [[asker, 'member'], [member, 'member'], [mentor, 'author'], [moderator, 'moderator']] as const;
  return { space: await aSpace(server, { ...wishes, members }), asker, member, mentor, moderator, stranger };
}
