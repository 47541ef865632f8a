import { TestServer } from '#platform/server/testing';
import { aDiscussion, aReply, aRound } from '../../libs/discussions/server/discussions.testing.js';
import { feedFaults } from '../../libs/feeds/server/feed/feed.testing.js';
import { aTip } from '../../libs/tips/server/tips.testing.js';
import { domains } from './domains.js';

const NASTY = 'Kosten < 5 & "mehr" ]]> \u{1F33C}';
const BODY = `# ${NASTY}\n\n| a | b |\n|---|---|\n| <b>1</b> | \\<script> |\n\n[Weg](/raum/x) & ![Bild](/api/files/1)\n\n\`\`\`\n]]></content></entry>\n\`\`\``;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start(domains);
});
afterAll(async () => server.stop());

const entriesOf = (xml: string) => [...xml.matchAll(/<entry>[\s\S]*?<\/entry>/g)].map(([entry]) => ({ id: /<id>(.*)<\/id>/.exec(entry)?.[1], updated: /<updated>(.*)<\/updated>/.exec(entry)?.[1] }));

it('a feed of real tips and discussions is valid, and an entry stays the same one when it changes', async () => {
  const { space, asker, mentor } = await aRound(server, { visibility: 'programme', name: NASTY });
  const discussion = await aDiscussion(server, { in: space, by: asker, title: NASTY, body: BODY });
  const tip = await aTip(server, { in: space, by: mentor, title: NASTY, body: BODY });
  const { createFeed } = await server.data<{ createFeed: { address: string } }>(asker.caller, 'mutation ($id: ID!) { createFeed(input: { spaceId: $id }) { address } }', { id: space.id });
  const read = async () => (await server.app.inject({ method: 'GET', url: new URL(createFeed.address).pathname })).body;
  const before = await read();
  expect(feedFaults(before, createFeed.address)).toEqual([]);
  expect(entriesOf(before).map(({ id }) => id).toSorted()).toEqual([`urn:uuid:${discussion.id}`, `urn:uuid:${tip.id}`].toSorted());
  expect(before).not.toMatch(/<script|&lt;script|&lt;img|&amp;lt;b&amp;gt;1/);
  expect(await read()).toBe(before);

  server.clock.forward(3_600_000);
  const { discussion: opened } = await server.data<{ discussion: { thread: { posts: { nodes: { id: string }[] } } } }>(asker.caller, 'query ($slug: String!) { discussion(slug: $slug) { thread { posts { nodes { id } } } } }', { slug: discussion.slug });
  await server.data(asker.caller, 'mutation ($input: EditPostInput!) { editPost(input: $input) { id } }', { input: { postId: opened.thread.posts.nodes[0]?.id, body: `${BODY}\n\nNachtrag`, baseRevision: 1 } });
  await aReply(server, mentor, discussion);
  await server.drain();
  const after = await read();
  expect(feedFaults(after, createFeed.address)).toEqual([]);
  expect(entriesOf(after).map(({ id }) => id).toSorted()).toEqual(entriesOf(before).map(({ id }) => id).toSorted());
  const updated = (xml: string) => Date.parse(entriesOf(xml).find(({ id }) => id?.endsWith(discussion.id))?.updated ?? '');
  expect(updated(after)).toBeGreaterThan(updated(before));
  expect(after).toContain('Nachtrag');
});
