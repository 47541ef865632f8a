import { accountsDomain } from '#accounts/server';
import { anAccount } from '#accounts/server/testing';
import { notificationsDomain } from '#notifications/server';
import { TestServer } from '#platform/server/testing';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { topicsDomain } from '../index.js';
import { aTopic } from '../topics.testing.js';

const FOLLOW = 'mutation ($input: SetFollowLevelInput!) { setFollowLevel(input: $input) { level } }';
const FOLLOWED = '{ followed { kind id title path } }';

let server: TestServer;
beforeAll(async () => {
  // Without any content: the vocabulary stands on its own.
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, topicsDomain, notificationsDomain]);
});
afterAll(async () => server.stop());

describe('a topic', () => {
  it('can be followed, and who followed it follows what it was merged into', async () => {
    const [from, into] = [await aTopic(server, { name: 'Solarstrom' }), await aTopic(server, { name: 'Photovoltaik' })];
    const member = await anAccount(server);
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    await server.data(member.caller, FOLLOW, { input: { kind: 'topic', id: from.id, level: 'all' } });
    await server.data(coordinator.caller, 'mutation ($input: MergeTopicsInput!) { mergeTopics(input: $input) { id } }', { input: { fromTopicId: from.id, intoTopicId: into.id } });
    expect(await server.data(member.caller, FOLLOWED)).toMatchObject({ followed: [{ kind: 'topic', id: into.id, title: 'Photovoltaik', path: `/diskussionen?thema=${into.slug}` }] });
    const { topic } = await server.data(member.caller, 'query ($slug: String!) { topic(slug: $slug) { id synonyms } }', { slug: from.slug });
    expect(topic).toEqual({ id: into.id, synonyms: ['Solarstrom'] });
  });
});
