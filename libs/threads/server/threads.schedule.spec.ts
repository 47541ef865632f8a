import { accountsDomain, LeavingRegistry } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { bookmarksDomain } from '#bookmarks/server';
import { AWAY_KEPT_DAYS, moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { aCase } from '../../moderation/server/moderation.testing.js';
import { aSpace, type TestSpace } from '../../spaces/server/spaces.testing.js';
import { threadsDomain } from './index.js';
import { KEPT_DAYS } from './threads.schedule.js';
import { aPost, aThread, type TestPost, type TestThread } from './threads.testing.js';

const DAY_MS = 86_400_000;
const DELETE = 'mutation ($input: PostInput!) { deletePost(input: $input) { id } }';
const RESTORE = 'mutation ($input: PostInput!) { restorePost(input: $input) { html viewerCanRestore } }';
const EDIT = 'mutation ($input: EditPostInput!) { editPost(input: $input) { id } }';
const POST = 'query ($id: ID!) { post(id: $id) { position isDeleted html viewerCanRestore revisions { number body } } }';

let server: TestServer;
let space: TestSpace;
let thread: TestThread;
let anna: TestAccount;
let mara: TestAccount;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain]);
  anna = await anAccount(server);
  mara = await anAccount(server);
  space = await aSpace(server, { members: [[anna, 'member'], [mara, 'moderator']] });
  thread = await aThread(server, { in: space, by: mara });
});
afterAll(async () => server.stop());

async function afterDays(days: number): Promise<void> {
  server.clock.forward(days * DAY_MS);
  await server.app.get(Outbox).runNow('threads.tidy');
}
const edit = async (post: TestPost, body: string, baseRevision: number) => server.data(anna.caller, EDIT, { input: { postId: post.id, body, baseRevision } });
const remove = async (post: TestPost) => server.data(anna.caller, DELETE, { input: { postId: post.id } });
const seenByModerator = async ({ id }: TestPost) => (await server.data<{ post: object }>(mara.caller, POST, { id })).post;
const inTables = async (word: string) => server.db.query(`select id from post p where p::text like '%' || $1 || '%' union all select post_id from post_revision r where r::text like '%' || $1 || '%'`, [word]);

describe('a deleted post', () => {
  it('can be restored until its text goes, with all former ones; its place stays', async () => {
    const [early, late] = [await aPost(server, thread, { by: anna, body: 'Zurückgenommenes' }), await aPost(server, thread, { by: anna, body: 'Zurückgeholtes' })];
    await edit(early, 'Zurückgenommenes, anders', 1);
    await remove(early);
    await remove(late);
    await afterDays(KEPT_DAYS.deleted - 1);
    expect(await seenByModerator(early)).toMatchObject({ isDeleted: true, html: '<p>Zurückgenommenes, anders</p>', viewerCanRestore: true, revisions: [{ number: 2 }, { number: 1 }] });
    expect(await server.data(mara.caller, RESTORE, { input: { postId: late.id } })).toEqual({ restorePost: { html: '<p>Zurückgeholtes</p>', viewerCanRestore: false } });
    await afterDays(2);
    expect(await seenByModerator(early)).toEqual({ position: early.position, isDeleted: true, html: '', viewerCanRestore: false, revisions: [] });
    expect(await inTables('Zurückgenommen')).toEqual([]);
    expect(await server.refusal(mara.caller, RESTORE, { input: { postId: early.id } })).toMatchObject({ code: 'FORBIDDEN', reason: 'post.mayNotRestore' });
    expect(await inTables('Zurückgeholtes')).toEqual([{ id: late.id }]);
  });

  it('loses its text also where nothing of it is shown', async () => {
    const post = await aPost(server, thread, { by: anna, body: 'Ungezeigtes', isDeleted: true });
    await server.db.query(`update post set html = '' where id = $1`, [post.id]);
    await afterDays(KEPT_DAYS.deleted + 1);
    expect(await inTables('Ungezeigtes')).toEqual([]);
  });

  it('keeps its words while somebody has to judge them', async () => {
    const post = await aPost(server, thread, { by: anna, body: 'Gemeldete Worte' });
    const caseId = await aCase(server, { spaceId: space.id, kind: 'post', itemId: post.id, authorIds: [anna.id], reporterId: mara.id, words: 'Bitte ansehen' });
    await remove(post);
    await afterDays(KEPT_DAYS.deleted + 1);
    expect(await inTables('Gemeldete')).toEqual([{ id: post.id }]);
    await server.db.query(`update moderation_case set state = 'decided', decision = 'keep', decided_at = $2 where id = $1`, [caseId, server.clock.now()]);
    await afterDays(1);
    expect(await inTables('Gemeldete')).toEqual([]);
  });

  it('of somebody who has gone for good is not restored as an empty one', async () => {
    const goes = await anAccount(server);
    const post = await aPost(server, thread, { by: goes, isDeleted: true });
    await server.db.write({ accountId: null }, async (tx, emit) => server.app.get(LeavingRegistry).erase(tx, { id: goes.id, address: goes.address }, emit));
    expect(await seenByModerator(post)).toMatchObject({ html: '', viewerCanRestore: false });
  });
});

describe('a post that moderation took away', () => {
  const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }';
  const CASE = 'query ($id: ID!) { moderationCase(id: $id) { item { html } viewerDecisions } }';
  const OBJECT = 'mutation ($input: ObjectToDecisionInput!) { objectToDecision(input: $input) { caseId } }';
  const hidden = async (body: string) => {
    const post = await aPost(server, thread, { by: anna, body });
    const caseId = await aCase(server, { spaceId: space.id, kind: 'post', itemId: post.id, authorIds: [anna.id], reporterId: mara.id });
    await server.data(mara.caller, DECIDE, { input: { caseId, decision: 'hide', reason: 'insult', note: 'So nicht.' } });
    return { post, caseId };
  };

  it('is shown again as long as its author can object, and goes a year after the decision; its place stays', async () => {
    const { post, caseId } = await hidden('Ausgeblendete Worte');
    await edit(await aPost(server, thread, { by: anna, body: 'Sichtbares' }), 'Sichtbares, anders', 1);
    await afterDays(AWAY_KEPT_DAYS - 1);
    expect(await server.data(mara.caller, CASE, { id: caseId })).toEqual({ moderationCase: { item: { html: '<p>Ausgeblendete Worte</p>' }, viewerDecisions: ['restore'] } });
    await afterDays(2);
    expect(await inTables('Ausgeblendete')).toEqual([]);
    expect(await seenByModerator(post)).toEqual({ position: post.position, isDeleted: true, html: '', viewerCanRestore: false, revisions: [] });
    expect(await server.data(mara.caller, CASE, { id: caseId })).toEqual({ moderationCase: { item: null, viewerDecisions: [] } });
    expect(await server.refusal(mara.caller, DECIDE, { input: { caseId, decision: 'restore', note: '' } })).toMatchObject({ code: 'CONFLICT' });
    expect((await inTables('Sichtbares')).length).toBeGreaterThan(0);
  });

  it('stays while an objection waits, and where it was shown again', async () => {
    const [waits, shown] = [await hidden('Widersprochene Worte'), await hidden('Wieder gezeigte Worte')];
    await server.data(anna.caller, OBJECT, { input: { caseId: waits.caseId, words: 'Das Gericht hat es so festgestellt.' } });
    await server.data(mara.caller, DECIDE, { input: { caseId: shown.caseId, decision: 'restore', note: '' } });
    await afterDays(AWAY_KEPT_DAYS + 1);
    expect(await inTables('Widersprochene')).toEqual([{ id: waits.post.id }]);
    expect(await inTables('Wieder gezeigte')).toEqual([{ id: shown.post.id }]);
    await server.db.query('update moderation_objection set is_granted = false, decided_at = $2 where case_id = $1', [waits.caseId, server.clock.now()]);
    await afterDays(1);
    expect(await inTables('Widersprochene')).toEqual([]);
  });
});

describe('former texts', () => {
  it('go so long after they were replaced; the present one stays', async () => {
    const post = await aPost(server, thread, { by: anna, body: 'Erste Fassung' });
    server.clock.forward(400 * DAY_MS);
    await edit(post, 'Zweite Fassung', 1);
    server.clock.forward(DAY_MS / 2);
    await edit(post, 'Dritte Fassung', 2);
    // Written long ago, replaced not so long ago.
    await afterDays(KEPT_DAYS.former - 1);
    expect(await seenByModerator(post)).toMatchObject({ revisions: [{ number: 3 }, { number: 2 }, { number: 1 }] });
    await afterDays(1);
    expect(await seenByModerator(post)).toMatchObject({ revisions: [{ number: 3 }, { number: 2, body: 'Zweite Fassung' }] });
    await afterDays(1);
    expect(await seenByModerator(post)).toMatchObject({ html: '<p>Dritte Fassung</p>', revisions: [{ number: 3 }] });
  });
});
