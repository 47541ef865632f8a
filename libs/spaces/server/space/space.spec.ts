import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { spacesDomain } from '../index.js';
import { aSpace } from '../spaces.testing.js';

describe('space', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const SPACE = `query ($slug: String!) { space(slug: $slug) {
    id slug name description emblemLetter visibility myRole viewerCanRead viewerCanPublishTips children { slug } parent { slug } } }`;

  it('shows a guest public spaces only, and answers for the others as for none', async () => {
    const open = await aSpace(server, { visibility: 'public', name: 'praxis offen' });
    const closed = await aSpace(server, { visibility: 'closed' });
    const { space } = await server.data<{ space: { emblemLetter: string } }>(null, SPACE, { slug: open.slug });
    expect(space.emblemLetter).toBe('P');
    const unknown = await server.graphql(null, SPACE, { slug: 'gibt-es-nicht' });
    expect(await server.graphql(null, SPACE, { slug: closed.slug })).toEqual(unknown);
    expect(unknown.errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
  });

  it('lists a closed space to members of the programme without letting them read', async () => {
    const mia = await anAccount(server);
    const closed = await aSpace(server, { visibility: 'closed' });
    const { space } = await server.data<{ space: object }>(mia.caller, SPACE, { slug: closed.slug });
    expect(space).toMatchObject({ viewerCanRead: false, myRole: null, viewerCanPublishTips: false });
  });
});
