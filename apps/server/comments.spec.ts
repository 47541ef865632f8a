import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { tipsDomain } from '#tips/server';
import { aReply, aRound, discussionsWithGround } from '../../libs/discussions/server/discussions.testing.js';
import { aTip } from '../../libs/tips/server/tips.testing.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start([...discussionsWithGround, tipsDomain]);
});
afterAll(async () => server.stop());

it('a question below a tip becomes a discussion; nobody takes over a tip by its id', async () => {
  const round = await aRound(server);
  const tip = await aTip(server, { in: round.space, by: round.mentor });
  const OPEN = 'mutation ($input: OpenDiscussionInput!) { openDiscussion(input: $input) { id } }';
  expect(await server.refusal(round.member.caller, OPEN, { input: { id: tip.id, spaceId: round.space.id, kind: 'question', title: 'Übernahme', body: 'x', topicIds: [] } })).toMatchObject({ code: 'CONFLICT', reason: 'idReused' });
  await aReply(server, round.mentor, tip, 'Erster Kommentar');
  const question = await aReply(server, round.member, tip, 'Gilt das auch für uns?');
  const input = { id: uuidv7(), postIds: [question], kind: 'question', title: 'Gilt das für uns?', topicIds: [] };
  const { turnIntoDiscussion } = await server.data(round.member.caller, 'mutation ($input: TurnIntoDiscussionInput!) { turnIntoDiscussion(input: $input) { id excerpt thread { posts { nodes { id position } } } } }', { input });
  expect(turnIntoDiscussion).toEqual({ id: input.id, excerpt: 'Gilt das auch für uns?', thread: { posts: { nodes: [{ id: question, position: 1 }] } } });
  const { tip: read } = await server.data(round.asker.caller, 'query ($slug: String!) { tip(slug: $slug) { thread { id postCount posts { nodes { position } } movedPost(position: 2) { id path } } } }', { slug: tip.slug });
  expect(read).toMatchObject({ thread: { id: tip.id, postCount: 1, posts: { nodes: [{ position: 1 }] }, movedPost: { id: question } } });
});
