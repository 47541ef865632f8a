import { accountsDomain } from '#accounts/server';
import { bookmarksDomain } from '#bookmarks/server';
import { feedsDomain } from '#feeds/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { leave } from '../../spaces/server/spaces.testing.js';
import { tipsDomain } from './index.js';
import { aCircle, aTip, type TestCircle } from './tips.testing.js';

let server: TestServer;
let circle: TestCircle;
beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, feedsDomain, notificationsDomain, bookmarksDomain, moderationDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server);
}, 60_000);
afterAll(async () => server.stop());

const download = async (caller: Caller): Promise<string> => (await server.app.inject({ method: 'GET', url: '/api/accounts/own-data', headers: { cookie: caller.cookie ?? '' } })).body;
const PUBLISH = 'mutation ($input: PublishTipInput!) { publishTip(input: $input) { revisionNumber } }';

describe('one’s own data of spaces and tips', () => {
  it('hold memberships and one’s own words, and none of a co-author’s', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, coAuthors: [circle.colleague], body: 'Annas Satz' });
    await server.data(circle.colleague.caller, PUBLISH, { input: { id: tip.id, body: 'Karls Satz', baseRevision: 1 } });
    const annas = await download(circle.author.caller);
    expect(JSON.parse(annas)).toMatchObject({ spaces: { memberships: [{ spaceId: circle.space.id, role: 'author' }] }, tips: { revisions: [{ tipId: tip.id, body: 'Annas Satz' }] } });
    expect(annas).not.toContain('Karls Satz');
    expect(await download(circle.stranger.caller)).not.toContain('Satz');
  });

  it('keep one’s own words after leaving, without the name of the space', async () => {
    await leave(server, circle.space, circle.colleague);
    const karls = await download(circle.colleague.caller);
    expect(JSON.parse(karls)).toMatchObject({ spaces: { memberships: [] }, tips: { revisions: [{ body: 'Karls Satz' }] } });
    const [space] = await server.db.query<{ name: string }>('select name from space where id = $1', [circle.space.id]);
    expect(karls).not.toContain(space?.name ?? '?');
  });
});
