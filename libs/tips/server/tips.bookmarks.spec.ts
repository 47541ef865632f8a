import { accountsDomain } from '#accounts/server';
import { bookmarksDomain } from '#bookmarks/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { leave } from '../../spaces/server/spaces.testing.js';
import { tipsDomain } from './index.js';
import { aCircle, aTip, type TestCircle } from './tips.testing.js';

let server: TestServer;
let circle: TestCircle;
beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, bookmarksDomain, moderationDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server);
});
afterAll(async () => server.stop());

const SET = 'mutation ($input: SetBookmarkInput!) { setBookmark(input: $input) { id } }';
const inputFor = (targetId: string) => ({ input: { id: uuidv7(), kind: 'tip', targetId } });
const kept = async (caller: Caller) => (await server.data<{ bookmarks: { nodes: object[] } }>(caller, '{ bookmarks { nodes { title path excerpt } } }')).bookmarks.nodes;

describe('a tip that is kept', () => {
  it('is listed as it is called now, and not while it is hidden or after leaving its space', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, title: 'Wärmeplan', summary: 'In fünf Schritten.' });
    await server.data(circle.member.caller, SET, inputFor(tip.id));
    expect(await kept(circle.member.caller)).toEqual([{ title: 'Wärmeplan', path: `/tipp/${tip.slug}`, excerpt: 'In fünf Schritten.' }]);
    await server.db.query(`update tip set state = 'hidden' where id = $1`, [tip.id]);
    expect(await kept(circle.member.caller)).toEqual([]);
    await server.db.query(`update tip set state = 'published' where id = $1`, [tip.id]);
    await leave(server, circle.space, circle.member);
    expect(await kept(circle.member.caller)).toEqual([]);
  });

  it('cannot be a draft of somebody else, nor one of a closed space', async () => {
    const draft = await aTip(server, { in: circle.space, by: circle.author, state: 'draft' });
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    for (const [caller, id] of [[circle.colleague.caller, draft.id], [circle.stranger.caller, tip.id], [circle.stranger.caller, uuidv7()]] as const) {
      expect(await server.refusal(caller, SET, inputFor(id))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    }
  });
});
