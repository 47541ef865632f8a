import { accountsDomain } from '#accounts/server';
import { bookmarksDomain } from '#bookmarks/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { topicsDomain } from '#topics/server';
import { tipsDomain } from './index.js';
import { aCircle, aTip, type TestCircle } from './tips.testing.js';

let server: TestServer;
let circle: TestCircle;

const TIP = `query ($slug: String!) { tip(slug: $slug) { thread { id postCount unreadCount viewerCanReply replyRefusal subject { path title }
  posts { nodes { id position html path } } } } }`;
const WRITE = `mutation ($input: WritePostInput!) { writePost(input: $input) { id position path } }`;

interface Found {
  readonly tip: {
    readonly thread: { readonly id: string; readonly postCount: number; readonly viewerCanReply: boolean; readonly replyRefusal: string | null; readonly posts: { readonly nodes: readonly object[] } } | null;
  };
}

const commentsOf = async (caller: Caller | null, slug: string) => (await server.data<Found>(caller, TIP, { slug })).tip.thread;
const write = async (caller: Caller, threadId: string, body: string) => server.data<{ writePost: { id: string; position: number; path: string } }>(caller, WRITE, { input: { id: uuidv7(), threadId, body } });

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, topicsDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server, { name: 'Kreis Nord' });
});

afterAll(async () => server.stop());

describe('comments on tips', () => {
  it('begin with the first one, however many write it at once', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    const empty = await commentsOf(circle.member.caller, tip.slug);
    expect(empty).toMatchObject({ id: tip.id, postCount: 0, viewerCanReply: true, subject: { path: `/tipp/${tip.slug}`, title: tip.title } });
    const answers = await Promise.all(['Eins', 'Zwei'].map(async (body) => write(circle.member.caller, tip.id, body)));
    expect(answers.map(({ writePost }) => writePost.position).toSorted()).toEqual([1, 2]);
    expect(answers[0]?.writePost.path).toMatch(new RegExp(`^/tipp/${tip.slug}\\?beitrag=[12]#beitraege$`));
    expect(await commentsOf(circle.author.caller, tip.slug)).toMatchObject({ postCount: 2, unreadCount: 2 });
  });

  it('answer for the unseen tip as for none, and none are there before the first release', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    for (const threadId of [tip.id, uuidv7()]) {
      expect(await server.refusal(circle.stranger.caller, WRITE, { input: { id: uuidv7(), threadId, body: 'Hallo' } })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(circle.stranger.caller, 'query ($id: ID!) { thread(id: $id) { id } }', { id: threadId })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    }
    const draft = await aTip(server, { in: circle.space, by: circle.author, state: 'draft' });
    expect(await commentsOf(circle.author.caller, draft.slug)).toBeNull();
    expect(await server.refusal(circle.author.caller, WRITE, { input: { id: uuidv7(), threadId: draft.id, body: 'Hallo' } })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('go out of sight and come back with their tip', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, title: 'Wie heizt man eine Halle?' });
    const { writePost } = await write(circle.member.caller, tip.id, 'Mit Strahlungswärme.');
    const post = 'query ($id: ID!) { post(id: $id) { id } }';
    await server.data(circle.moderator.caller, `mutation ($id: ID!) { hideTip(input: { tipId: $id, reason: "Bitte prüfen" }) { id } }`, { id: tip.id });
    expect(await server.refusal(circle.colleague.caller, post, { id: writePost.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    const { audienceWhenPublished } = (await server.data<{ tip: { audienceWhenPublished: { count: number } } }>(circle.moderator.caller, 'query ($slug: String!) { tip(slug: $slug) { audienceWhenPublished { count } } }', { slug: tip.slug })).tip;
    await server.data(circle.moderator.caller, 'mutation ($input: UnhideTipInput!) { unhideTip(input: $input) { id } }', { input: { tipId: tip.id, confirmAudience: audienceWhenPublished.count } });
    expect(await server.data(circle.colleague.caller, post, { id: writePost.id })).toEqual({ post: { id: writePost.id } });
    await server.data(circle.author.caller, `mutation ($id: ID!) { retireTip(input: { tipId: $id }) { id } }`, { id: tip.id });
    expect(await commentsOf(circle.member.caller, tip.slug)).toMatchObject({ viewerCanReply: false, replyRefusal: 'thread.notOpen', postCount: 1 });
  });

  it('are found by searching, under the title of their tip', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, title: 'Wie zählt man Fahrräder?' });
    const { writePost } = await write(circle.member.caller, tip.id, 'Wir nehmen dafür Induktionsschleifen.');
    await server.drain();
    const search = async (caller: Caller) =>
      (await server.data<{ search: { hits: readonly { id: string; path: string }[] } }>(caller, `{ search(input: { text: "Induktionsschleifen" }) { hits { id path } } }`)).search.hits;
    expect(await search(circle.colleague.caller)).toEqual([expect.objectContaining({ id: writePost.id, path: writePost.path })]);
    expect(await search(circle.stranger.caller)).toEqual([]);
    await server.data(circle.member.caller, `mutation ($id: ID!) { deletePost(input: { postId: $id }) { id } }`, { id: writePost.id });
    await server.drain();
    expect(await search(circle.colleague.caller)).toEqual([]);
  });
});
