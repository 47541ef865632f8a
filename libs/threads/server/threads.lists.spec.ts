import { accountsDomain } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { bookmarksDomain } from '#bookmarks/server';
import { moderationDomain } from '#moderation/server';
import { NoticeKinds, notificationsDomain } from '#notifications/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { SpaceIdentity, spacesDomain } from '#spaces/server';
import { aCase } from '../../moderation/server/moderation.testing.js';
import { aSpace, type TestSpace } from '../../spaces/server/spaces.testing.js';
import { threadsDomain } from './index.js';
import { aPost, aThread, statementsOf, type TestPost, type TestThread } from './threads.testing.js';

const SEEN = `{ myPostDrafts { thread { id lastPosition openingPost { html } heldPosts { html } movedPost(position: 2) { html thread { id } } marks { position } } } }`;
const QUEUE = '{ moderationCases { nodes { item { html } surroundings { isBefore html author { name } } } } }';

interface SeenThread {
  readonly id: string;
  readonly openingPost: { readonly html: string } | null;
  readonly heldPosts: readonly { readonly html: string }[];
  readonly movedPost: { readonly html: string; readonly thread: { readonly id: string } } | null;
  readonly marks: readonly { readonly position: number }[];
}
interface Queued {
  readonly item: { readonly html: string } | null;
  readonly surroundings: readonly { readonly isBefore: boolean; readonly html: string }[];
}

let server: TestServer;
let space: TestSpace;
let anna: TestAccount;
let mara: TestAccount;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain]);
});
beforeEach(async () => {
  anna = await anAccount(server, { name: 'Anna Ahorn' });
  mara = await anAccount(server);
  space = await aSpace(server, { members: [[anna, 'author'], [mara, 'moderator']] });
});
afterAll(async () => server.stop());

const post = async (thread: TestThread, body: string, more: object = {}): Promise<TestPost> => aPost(server, thread, { by: anna, body, ...more });

/** A thread with a first word, three more posts of which one has moved away, and one that is held; the moderator has begun to reply. */
async function aFullThread(name: string): Promise<TestThread> {
  const thread = await aThread(server, { in: space, by: anna });
  const elsewhere = await aThread(server, { in: space, by: anna });
  await post(thread, `Anfang ${name}`, { isOpening: true });
  const moved = await post(thread, `Umgezogen ${name}`);
  await post(thread, `Drittes ${name}`);
  await post(thread, `Wartet ${name}`, { state: 'review' });
  await server.db.query('update post set thread_id = $2, position = 1 where id = $1', [moved.id, elsewhere.id]);
  await server.db.query('insert into post_moved (thread_id, position, post_id) values ($1, 2, $2)', [thread.id, moved.id]);
  await server.db.query('insert into post_draft (account_id, thread_id, body, version, saved_at) values ($1, $2, $3, 1, now())', [mara.id, thread.id, name]);
  return thread;
}

/** A reported post between two others. */
async function aReportedPost(name: string): Promise<string> {
  const thread = await aThread(server, { in: space, by: anna });
  await post(thread, `Davor ${name}`);
  const reported = await post(thread, `Gemeldet ${name}`);
  await post(thread, `Danach ${name}`);
  return aCase(server, { spaceId: space.id, kind: 'post', itemId: reported.id, authorIds: [anna.id] });
}

describe('lists', () => {
  it('show each thread its own first word, held posts, moved post and marks, with as many statements for many as for one', async () => {
    const seen = async () => (await server.data<{ myPostDrafts: { thread: SeenThread }[] }>(mara.caller, SEEN)).myPostDrafts.map(({ thread }) => thread);
    const threads = new Map([[(await aFullThread('eins')).id, 'eins']]);
    await seen();
    const one = await statementsOf(server, seen);
    for (const name of ['zwei', 'drei', 'vier']) threads.set((await aFullThread(name)).id, name);
    expect(await statementsOf(server, seen)).toBe(one);
    const found = await seen();
    expect(found).toHaveLength(4);
    for (const thread of found) {
      const name = threads.get(thread.id) ?? '';
      expect(thread).toMatchObject({ openingPost: { html: `<p>Anfang ${name}</p>` }, heldPosts: [{ html: `<p>Wartet ${name}</p>` }], movedPost: { html: `<p>Umgezogen ${name}</p>` } });
      expect(thread.movedPost?.thread.id).not.toBe(thread.id);
      expect(thread.marks.map(({ position }) => position)).toEqual([1, 3]);
    }
  });

  it('show the former texts of a hundred posts with as many statements as of two', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    for (let number = 1; number <= 100; number += 1) {
      const { id } = await post(thread, `Jetzt ${number}`);
      await server.db.query(`insert into post_revision (post_id, number, body, created_at) values ($1, 1, $2, now())`, [id, `Früher ${number}`]);
    }
    await server.db.query('update post set revision_number = 2, edited_at = now() where thread_id = $1', [thread.id]);
    const read = async (first: number) =>
      (await server.data<{ thread: { posts: { nodes: { revisions: { body: string }[] }[] } } }>(mara.caller, 'query ($id: ID!, $first: Int!) { thread(id: $id) { posts(first: $first) { nodes { revisions { body } } } } }', { id: thread.id, first })).thread.posts.nodes;
    await read(2);
    expect(await statementsOf(server, () => read(100))).toBe(await statementsOf(server, () => read(2)));
    expect((await read(100)).map(({ revisions }) => revisions.map(({ body }) => body))).toEqual(Array.from({ length: 100 }, (_, index) => [`Jetzt ${index + 1}`, `Früher ${index + 1}`]));
  });

  it('show each case what stands around its post, with as many statements for many as for one', async () => {
    const queue = async () => (await server.data<{ moderationCases: { nodes: Queued[] } }>(mara.caller, QUEUE)).moderationCases.nodes;
    const names = ['eins', 'zwei', 'drei'];
    await aReportedPost('eins');
    await queue();
    const one = await statementsOf(server, queue);
    for (const name of names.slice(1)) await aReportedPost(name);
    expect(await statementsOf(server, queue)).toBe(one);
    const found = await queue();
    expect(found).toHaveLength(3);
    for (const name of names) {
      expect(found).toContainEqual({
        item: { html: `<p>Gemeldet ${name}</p>` },
        surroundings: [{ isBefore: true, html: `<p>Davor ${name}</p>`, author: { name: 'Anna Ahorn' } }, { isBefore: false, html: `<p>Danach ${name}</p>`, author: { name: 'Anna Ahorn' } }],
      });
    }
  });

  it('of notices name what waits in each case, with as many statements for many as for one', async () => {
    const ids = [await aReportedPost('eins'), await aReportedPost('zwei'), await aReportedPost('drei')];
    const viewer = await server.app.get(SpaceIdentity).viewerOf(mara.id);
    if (viewer === null) throw new Error('a viewer');
    const load = async (caseIds: readonly string[]) => server.app.get(NoticeKinds).of('moderation.waiting')?.load(viewer, caseIds);
    const one = await statementsOf(server, () => load(ids.slice(0, 1)));
    expect(await statementsOf(server, () => load(ids))).toBe(one);
    expect([...((await load([...ids, uuidv7()])) ?? []).keys()].toSorted()).toEqual(ids.toSorted());
  });

  it('let the coordination that steps in see hidden posts of its cases, and no other hidden ones', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const lone = await aSpace(server, { members: [[mara, 'moderator'], [anna, 'author']] });
    const other = await aSpace(server, { members: [[await anAccount(server), 'moderator'], [anna, 'author']] });
    for (const { id } of [lone, other]) await server.db.query(`insert into space_entry (id, space_id, account_id, reason, ends_at) values (gen_random_uuid(), $1, $2, 'Einspruch', now() + interval '1 hour')`, [id, coordinator.id]);
    const hidden = async (place: TestSpace) => aPost(server, await aThread(server, { in: place, by: anna }), { by: mara, body: 'Verborgenes', state: 'hidden' });
    const [own, foreign] = [await hidden(lone), await hidden(other)];
    await aCase(server, { spaceId: lone.id, kind: 'post', itemId: own.id, authorIds: [mara.id] });
    // About a post that lies in a space with a moderator of its own: nobody steps in there.
    await aCase(server, { spaceId: lone.id, kind: 'post', itemId: foreign.id, authorIds: [mara.id] });
    const { moderationCases } = await server.data<{ moderationCases: { nodes: Queued[] } }>(coordinator.caller, QUEUE);
    // Both were opened in one moment and stand in no certain order.
    expect(moderationCases.nodes.map(({ item }) => item?.html ?? '').toSorted()).toEqual(['', '<p>Verborgenes</p>']);
  });
});
