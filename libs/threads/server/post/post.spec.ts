import { accountsDomain } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { bookmarksDomain } from '#bookmarks/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { aSpace, leave, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import { threadsDomain } from '../index.js';
import { aPost, aThread, statementsOf, TestSubjects } from '../threads.testing.js';

let server: TestServer;
let space: TestSpace;
let anna: TestAccount;
let ben: TestAccount;
let mara: TestAccount;
let stranger: TestAccount;

const WINDOW = `query ($id: ID!, $from: Int, $first: Int, $direction: PostWindowDirection) { thread(id: $id) {
  id lastPosition postCount unreadCount firstUnreadPosition lastReadPosition viewerCanReply replyRefusal mayReplyAt
  subject { title path } marks { position at } heldPosts { id }
  posts(from: $from, first: $first, direction: $direction) { from to hasEarlier hasLater
    nodes { id position html body isDeleted isHidden isHeld author { accountId name } path viewerCanEdit viewerCanDelete
      reactions { kind count viewerReacted } quotes { id author { name } } quotedBy { id } replyTo { id } } } } }`;
const WRITE = `mutation ($input: WritePostInput!) { writePost(input: $input) { id position html author { name } replyTo { id position } } }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { id html body revisionNumber editedAt revisions { number body changes { kind text } } } }`;

interface Found {
  readonly thread: {
    readonly lastPosition: number;
    readonly postCount: number;
    readonly unreadCount: number;
    readonly firstUnreadPosition: number | null;
    readonly lastReadPosition: number;
    readonly viewerCanReply: boolean;
    readonly replyRefusal: string | null;
    readonly mayReplyAt: string | null;
    readonly marks: readonly { readonly position: number }[];
    readonly heldPosts: readonly { readonly id: string }[];
    readonly subject: { readonly title: string; readonly path: string } | null;
    readonly posts: {
      readonly from: number | null;
      readonly to: number | null;
      readonly hasEarlier: boolean;
      readonly hasLater: boolean;
      readonly nodes: readonly {
        readonly id: string;
        readonly position: number;
        readonly html: string;
        readonly body: string | null;
        readonly isDeleted: boolean;
        readonly author: { readonly name: string } | null;
        readonly path: string;
        readonly quotes: readonly { readonly id: string }[];
        readonly quotedBy: readonly { readonly id: string }[];
      }[];
    };
  };
}

const read = async (caller: Caller | null, id: string, window: object = {}): Promise<Found['thread']> => (await server.data<Found>(caller, WINDOW, { id, ...window })).thread;
const write = async (caller: Caller, input: object): Promise<{ id: string; position: number | null; replyTo: { id: string } | null }> =>
  (await server.data<{ writePost: { id: string; position: number | null; replyTo: { id: string } | null } }>(caller, WRITE, { input: { id: uuidv7(), ...input } })).writePost;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain]);
  anna = await anAccount(server, { name: 'Anna Ahorn' });
  ben = await anAccount(server, { name: 'Ben Birke' });
  mara = await anAccount(server, { name: 'Mara Moderatorin' });
  stranger = await anAccount(server, { name: 'Frida Fremd' });
  space = await aSpace(server, { members: [[anna, 'member'], [ben, 'member'], [mara, 'moderator']] });
});

afterAll(async () => server.stop());

describe('reading by position', () => {
  it('opens at any place, forwards and backwards, and says whether more lies around', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    for (let number = 1; number <= 30; number += 1) await aPost(server, thread, { by: anna, body: `Beitrag ${number}` });
    const positions = async (window: object): Promise<readonly unknown[]> => {
      const { posts } = await read(ben.caller, thread.id, window);
      return [posts.nodes.map((post) => post.position), posts.hasEarlier, posts.hasLater];
    };
    expect(await positions({ from: 12, first: 3 })).toEqual([[12, 13, 14], true, true]);
    expect(await positions({ from: 1, first: 2 })).toEqual([[1, 2], false, true]);
    expect(await positions({ from: 29, first: 5 })).toEqual([[29, 30], true, false]);
    expect(await positions({ from: 14, first: 3, direction: 'backward' })).toEqual([[12, 13, 14], true, true]);
    expect(await positions({ from: 2, first: 5, direction: 'backward' })).toEqual([[1, 2], false, true]);
    expect(await positions({ from: 99, first: 5 })).toEqual([[], true, false]);
    const found = await read(ben.caller, thread.id);
    expect(found).toMatchObject({ lastPosition: 30, postCount: 30, subject: { path: `/ding/${thread.subject.id}` } });
    expect(found.posts.nodes).toHaveLength(20);
    expect(found.posts.nodes[11]).toMatchObject({ position: 12, path: `/ding/${thread.subject.id}/12`, author: { name: 'Anna Ahorn' }, body: null });
    expect(found.marks.map((mark) => mark.position)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('refuses windows that are too wide', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    expect(await server.refusal(ben.caller, WINDOW, { id: thread.id, first: 101 })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'outOfRange' });
  });

  it('answers for an unseen thread or post as for an unknown one', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    const post = await aPost(server, thread, { by: anna });
    for (const caller of [null, stranger.caller]) {
      const seen = [await server.graphql(caller, WINDOW, { id: thread.id }), await server.graphql(caller, 'query ($id: ID!) { post(id: $id) { id html } }', { id: post.id })];
      const unknown = [await server.graphql(caller, WINDOW, { id: uuidv7() }), await server.graphql(caller, 'query ($id: ID!) { post(id: $id) { id html } }', { id: uuidv7() })];
      expect(seen).toEqual(unknown);
    }
  });

  it('needs as many statements for a hundred posts as for two', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    for (let number = 1; number <= 100; number += 1) await aPost(server, thread, { by: anna });
    const count = async (first: number): Promise<number> => statementsOf(server, () => read(ben.caller, thread.id, { first }));
    await count(2);
    expect(await count(100)).toBe(await count(2));
  });
});

/** A slow machine answers `tryAgain` where a hundred wait for five connections; sent again under the same id it is the same post. */
async function writeSurely(caller: Caller, input: object): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const { errors } = await server.graphql(caller, WRITE, { input });
    if (errors === undefined) return;
    if (errors[0]?.extensions.reason !== 'tryAgain') throw new Error(JSON.stringify(errors));
  }
  throw new Error('never accepted');
}


describe('writing', () => {
  it('gives a hundred parallel posts the positions 1 to 100 without gaps and counts them unread exactly', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    await Promise.all(Array.from({ length: 100 }, async (_, index) => writeSurely((index % 2 === 0 ? anna : mara).caller, { id: uuidv7(), threadId: thread.id, body: `Beitrag ${index}` })));
    const found = await read(ben.caller, thread.id, { first: 100 });
    expect(found.posts.nodes.map((post) => post.position)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(found).toMatchObject({ lastPosition: 100, postCount: 100, unreadCount: 100, firstUnreadPosition: 1 });
    // One's own words are never unread.
    expect((await read(anna.caller, thread.id)).unreadCount).toBe(50);
    expect((await read(null, (await aThread(server)).id).catch(() => null))).toBeNull();
  }, 60_000);

  it('makes one reply of one that is sent twice, also at the same moment', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    const id = uuidv7();
    const input = { id, threadId: thread.id, body: 'Doppelt gesendet' };
    const answers = await Promise.all([write(ben.caller, input), write(ben.caller, input)]);
    answers.push(await write(ben.caller, input));
    expect(answers.map((answer) => answer.position)).toEqual([1, 1, 1]);
    expect(await read(anna.caller, thread.id)).toMatchObject({ lastPosition: 1, postCount: 1 });
    expect(await server.refusal(ben.caller, WRITE, { input: { ...input, body: 'Etwas anderes' } })).toMatchObject({ code: 'CONFLICT', reason: 'idReused' });
    await server.db.query('update thread set is_closed = true where id = $1', [thread.id]);
    expect((await write(ben.caller, input)).position).toBe(1);
  });

  it('refuses with the reason that the schema shows beforehand', async () => {
    const closed = await aThread(server, { in: space, by: anna, isClosed: true });
    const retired = await aThread(server, { in: space, by: anna, state: 'retired' });
    const archive = await aSpace(server, { members: [[ben, 'member']], isArchived: true });
    const archived = await aThread(server, { in: archive, by: ben });
    const open = await aThread(server, { in: await aSpace(server, { visibility: 'programme' }) });
    const waiting = await anAccount(server, { standing: 'waiting' });
    const publicThread = await aThread(server, { in: await aSpace(server, { visibility: 'public' }) });
    for (const [caller, thread, reason] of [
      [ben.caller, closed, 'thread.closed'],
      [ben.caller, retired, 'thread.notOpen'],
      [ben.caller, archived, 'thread.archived'],
      [ben.caller, open, 'thread.membersOnly'],
      [waiting.caller, publicThread, 'account.membersOnly'],
    ] as const) {
      expect(await read(caller, thread.id)).toMatchObject({ viewerCanReply: false, replyRefusal: reason });
      expect(await server.refusal(caller, WRITE, { input: { id: uuidv7(), threadId: thread.id, body: 'Hallo' } })).toMatchObject({ code: 'FORBIDDEN', reason });
    }
    expect(await server.refusal(null, WRITE, { input: { id: uuidv7(), threadId: publicThread.id, body: 'Hallo' } })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await write(mara.caller, { threadId: closed.id, body: 'Ein Schlusswort' })).position).toBe(1);
    for (const threadId of [closed.id, uuidv7()]) {
      expect(await server.refusal(stranger.caller, WRITE, { input: { id: uuidv7(), threadId, body: 'Hallo' } })).toMatchObject({ code: 'NOT_FOUND', reason: 'notFound' });
    }
  });

  it('refuses empty and overlong texts', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    const refusal = async (body: string) => server.refusal(ben.caller, WRITE, { input: { id: uuidv7(), threadId: thread.id, body } });
    expect(await refusal('')).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'required' });
    expect(await refusal('<script>alert(1)</script>\n\n')).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'required', field: 'body' });
    expect(await refusal('x'.repeat(30_001))).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'tooLong' });
  });

  it('makes people wait under slow mode, but no moderators', async () => {
    const thread = await aThread(server, { in: space, by: anna, slowModeSeconds: 600 });
    await write(ben.caller, { threadId: thread.id, body: 'Erstes' });
    expect((await read(ben.caller, thread.id)).mayReplyAt).not.toBeNull();
    expect(await server.refusal(ben.caller, WRITE, { input: { id: uuidv7(), threadId: thread.id, body: 'Zweites' } })).toMatchObject({ code: 'FORBIDDEN', reason: 'thread.slowMode' });
    for (const body of ['Eins', 'Zwei']) await write(mara.caller, { threadId: thread.id, body });
    server.clock.forward(601_000);
    expect((await read(ben.caller, thread.id)).mayReplyAt).toBeNull();
    expect((await write(ben.caller, { threadId: thread.id, body: 'Zweites' })).position).toBe(4);
  });

  it('opens the thread of a subject with the first post, once for two at a time', async () => {
    const notes = TestSubjects.openedByFirstPost(server);
    const id = uuidv7();
    notes.put({ id, title: 'Ein Zettel', spaceId: space.id, authorIds: [anna.id], state: 'published' });
    expect(await read(ben.caller, id)).toMatchObject({ lastPosition: 0, viewerCanReply: true, subject: { title: 'Ein Zettel' } });
    expect(await server.refusal(stranger.caller, WINDOW, { id })).toMatchObject({ code: 'NOT_FOUND' });
    const answers = await Promise.all(['Eins', 'Zwei', 'Drei'].map(async (body) => write(ben.caller, { threadId: id, body })));
    expect(answers.map((answer) => answer.position).toSorted()).toEqual([1, 2, 3]);
    expect(await read(anna.caller, id)).toMatchObject({ lastPosition: 3, unreadCount: 3 });
    await server.db.query(`update thread set state = 'hidden' where id = $1`, [id]);
    expect(await server.refusal(ben.caller, WINDOW, { id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('changing', () => {
  it('keeps former texts and shows what changed', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    const { id } = await write(ben.caller, { threadId: thread.id, body: 'Der alte Text' });
    const { editPost } = await server.data<{ editPost: { html: string; body: string; revisionNumber: number; revisions: readonly { number: number; body: string; changes: readonly object[] }[] } }>(
      ben.caller, EDIT, { input: { postId: id, body: 'Der neue Text', baseRevision: 1 } },
    );
    expect(editPost).toMatchObject({ body: 'Der neue Text', revisionNumber: 2 });
    expect(editPost.revisions.map((revision) => [revision.number, revision.body])).toEqual([[2, 'Der neue Text'], [1, 'Der alte Text']]);
    expect(editPost.revisions[0]?.changes).toEqual([
      { kind: 'same', text: 'Der ' }, { kind: 'removed', text: 'alte' }, { kind: 'added', text: 'neue' }, { kind: 'same', text: ' Text' },
    ]);
    // Sent again it is the same change; another one on the old base is refused, and the newer text is there to compare.
    await server.data(ben.caller, EDIT, { input: { postId: id, body: 'Der neue Text', baseRevision: 1 } });
    expect(await server.refusal(ben.caller, EDIT, { input: { postId: id, body: 'Der dritte Text', baseRevision: 1 } })).toMatchObject({ code: 'CONFLICT', reason: 'post.stale' });
    expect(await server.data(ben.caller, 'query ($id: ID!) { post(id: $id) { body revisionNumber } }', { id })).toEqual({ post: { body: 'Der neue Text', revisionNumber: 2 } });
    expect(await server.refusal(mara.caller, EDIT, { input: { postId: id, body: 'Fremdes Wort', baseRevision: 2 } })).toMatchObject({ code: 'FORBIDDEN', reason: 'post.mayNotEdit' });
    for (const postId of [id, uuidv7()]) {
      expect(await server.refusal(stranger.caller, EDIT, { input: { postId, body: 'Fremdes Wort', baseRevision: 2 } })).toMatchObject({ code: 'NOT_FOUND', reason: 'notFound' });
    }
  });

  it('keeps links to closed places from who cannot follow them, in former texts and in plain ones, too', async () => {
    const inside = await anAccount(server);
    const closed = await aThread(server, { in: await aSpace(server, { members: [[inside, 'member']] }), by: inside });
    const secret = await aPost(server, closed, { by: inside });
    const { id } = await aPost(server, await aThread(server, { in: space, by: anna }), { by: ben, body: `Alt, [siehe](/beitrag/${secret.id})` });
    await server.data(ben.caller, EDIT, { input: { postId: id, body: `Neu, [siehe](/beitrag/${secret.id}) und /beitrag/${secret.id}.`, baseRevision: 1 } });
    const { post } = await server.data<{ post: { revisions: readonly object[] } }>(anna.caller, 'query ($id: ID!) { post(id: $id) { revisions { body changes { text } } } }', { id });
    expect(JSON.stringify(post)).not.toContain(secret.id);
    expect(post.revisions).toMatchObject([{ body: 'Neu, siehe und ….' }, { body: 'Alt, siehe', changes: [{ text: 'Alt, siehe' }] }]);
    expect(await server.db.query('select plain_text as text from post where id = $1', [id])).toEqual([{ text: 'Neu, siehe und ….' }]);
  });

  it('leaves a tombstone without the text, which a moderator can restore', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    await aPost(server, thread, { by: anna });
    const { id } = await write(ben.caller, { threadId: thread.id, body: 'Ein Geheimwort' });
    expect(await server.refusal(anna.caller, step('deletePost'), { postId: id })).toMatchObject({ code: 'FORBIDDEN', reason: 'post.mayNotDelete' });
    for (let time = 0; time < 2; time += 1) await server.data(ben.caller, step('deletePost'), { postId: id });
    const found = await read(anna.caller, thread.id);
    expect(found).toMatchObject({ lastPosition: 2, postCount: 1, unreadCount: 0 });
    expect(found.posts.nodes[1]).toMatchObject({ isDeleted: true, html: '', body: null, author: { name: 'Ben Birke' } });
    expect(JSON.stringify(await server.data(anna.caller, 'query ($id: ID!) { post(id: $id) { html body revisions { body } } }', { id }))).not.toContain('Geheimwort');
    expect((await read(mara.caller, thread.id)).posts.nodes[1]?.html).toContain('Geheimwort');
    expect(await server.refusal(ben.caller, step('restorePost'), { postId: id })).toMatchObject({ code: 'FORBIDDEN', reason: 'post.mayNotRestore' });
    await server.data(mara.caller, step('restorePost'), { postId: id });
    expect(await read(anna.caller, thread.id)).toMatchObject({ postCount: 2, unreadCount: 1 });
    for (const postId of [id, uuidv7()]) {
      for (const name of ['deletePost', 'restorePost']) {
        expect(await server.refusal(stranger.caller, step(name), { postId })).toMatchObject({ code: 'NOT_FOUND', reason: 'notFound' });
      }
    }
  });

  it('takes hidden posts out of sight of all but their author and the moderators, and out of all counts', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    await aPost(server, thread, { by: anna });
    await aPost(server, thread, { by: ben, state: 'hidden' });
    await aPost(server, thread, { by: anna });
    const positions = async (caller: Caller): Promise<readonly number[]> => (await read(caller, thread.id)).posts.nodes.map((post) => post.position);
    expect(await positions(anna.caller)).toEqual([1, 3]);
    expect(await positions(ben.caller)).toEqual([1, 2, 3]);
    expect(await positions(mara.caller)).toEqual([1, 2, 3]);
    expect((await read(mara.caller, thread.id)).unreadCount).toBe(2);
  });

  it('shows held posts to their author and to moderators alone', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    const held = await aPost(server, thread, { by: ben, state: 'review' });
    expect(held.position).toBeNull();
    expect((await read(ben.caller, thread.id)).heldPosts).toEqual([{ id: held.id }]);
    expect((await read(mara.caller, thread.id)).heldPosts).toEqual([{ id: held.id }]);
    expect(await read(anna.caller, thread.id)).toMatchObject({ heldPosts: [], unreadCount: 0, lastPosition: 0 });
    expect(await server.refusal(anna.caller, 'query ($id: ID!) { post(id: $id) { id } }', { id: held.id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

const step = (name: string): string => `mutation ($postId: ID!) { ${name}(input: { postId: $postId }) { id isDeleted } }`;

describe('read marks', () => {
  const READ = `mutation ($threadId: ID!, $position: Int!) { readThread(input: { threadId: $threadId, position: $position }) { lastReadPosition unreadCount firstUnreadPosition } }`;
  const mark = async (caller: Caller, threadId: string, position: number) => (await server.data<{ readThread: object }>(caller, READ, { threadId, position })).readThread;

  it('move forward only, never beyond the end, and leave the right number unread', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    for (let number = 1; number <= 6; number += 1) await aPost(server, thread, { by: number === 5 ? ben : anna });
    expect(await mark(ben.caller, thread.id, 3)).toEqual({ lastReadPosition: 3, unreadCount: 2, firstUnreadPosition: 4 });
    expect(await mark(ben.caller, thread.id, 1)).toEqual({ lastReadPosition: 3, unreadCount: 2, firstUnreadPosition: 4 });
    expect(await mark(ben.caller, thread.id, 4)).toEqual({ lastReadPosition: 4, unreadCount: 1, firstUnreadPosition: 6 });
    expect(await mark(ben.caller, thread.id, 4000)).toEqual({ lastReadPosition: 6, unreadCount: 0, firstUnreadPosition: null });
    await aPost(server, thread, { by: mara });
    expect(await read(ben.caller, thread.id)).toMatchObject({ unreadCount: 1, firstUnreadPosition: 7 });
  });

  it('are refused to guests and for what is out of sight', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    expect(await server.refusal(null, READ, { threadId: thread.id, position: 1 })).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const threadId of [thread.id, uuidv7()]) expect(await server.refusal(stranger.caller, READ, { threadId, position: 1 })).toMatchObject({ code: 'NOT_FOUND', reason: 'notFound' });
  });
});

describe('quotes and answers', () => {
  it('link both ends for those who may see both', async () => {
    const inner = await aSpace(server, { members: [[ben, 'member']] });
    const secret = await aPost(server, await aThread(server, { in: inner, by: ben }), { by: ben, body: 'Innen gesagt' });
    const thread = await aThread(server, { in: space, by: anna });
    const first = await aPost(server, thread, { by: anna, body: 'Offen gesagt' });
    const quote = (text: string, id: string): string => `> ${text}\n>\n> — [Ben](/beitrag/${id})`;
    const body = `${quote('Offen gesagt', first.id)}\n\n${quote('Innen gesagt', secret.id)}\n\nUnd ein [Verweis](/beitrag/${uuidv7()}).`;
    const { id, replyTo } = await write(ben.caller, { threadId: thread.id, body, replyToId: first.id });
    expect(replyTo?.id).toBe(first.id);
    const nodes = async (caller: Caller) => (await read(caller, thread.id)).posts.nodes;
    expect((await nodes(ben.caller))[1]?.quotes.map((post) => post.id).toSorted()).toEqual([first.id, secret.id].toSorted());
    expect((await nodes(anna.caller))[1]?.quotes.map((post) => post.id)).toEqual([first.id]);
    expect((await nodes(anna.caller))[0]?.quotedBy).toEqual([{ id }]);
    // Who quotes what they cannot see has written a text and nothing else.
    await write(anna.caller, { threadId: thread.id, body: quote('Geraten', secret.id) });
    expect((await nodes(ben.caller))[2]?.quotes).toEqual([]);
    await leave(server, inner, ben);
    expect((await nodes(ben.caller))[1]?.quotes.map((post) => post.id)).toEqual([first.id]);
    // A changed text quotes what it quotes now.
    await server.data(ben.caller, EDIT, { input: { postId: id, body: 'Ohne Zitat', baseRevision: 1 } });
    expect((await nodes(anna.caller))[0]?.quotedBy).toEqual([]);
  });
});
