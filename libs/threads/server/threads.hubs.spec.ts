import { accountsDomain, LeavingRegistry, OwnDataRegistry } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { bookmarksDomain } from '#bookmarks/server';
import { ModeratedKinds, moderationDomain } from '#moderation/server';
import { Following, notificationsDomain } from '#notifications/server';
import { LiveListener, TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { SpaceIdentity, spacesDomain } from '#spaces/server';
import { aSpace, leave, type TestSpace } from '../../spaces/server/spaces.testing.js';
import { ThreadQueries, Threads, threadsDomain } from './index.js';
import { aPost, aThread, TestSubjects } from './threads.testing.js';

let server: TestServer;
let space: TestSpace;
let anna: TestAccount;
let ben: TestAccount;
let carla: TestAccount;
let mara: TestAccount;
let stranger: TestAccount;

const WRITE = `mutation ($input: WritePostInput!) { writePost(input: $input) { id position isHeld heldReasons } }`;
const write = async (by: TestAccount, threadId: string, body: string, replyToId: string | null = null) =>
  (await server.data<{ writePost: { id: string; position: number | null; isHeld: boolean } }>(by.caller, WRITE, { input: { id: uuidv7(), threadId, body, replyToId } })).writePost;
const tellings = async (by: TestAccount, threadId: string) =>
  (await server.db.query<{ kind: string; reason: string }>('select kind, reason from notice where account_id = $1 and group_id = $2 order by created_at, id', [by.id, threadId])).map(({ kind, reason }) => `${kind} ${reason}`);
const follow = async (by: TestAccount, kind: string, id: string, level: 'all' | 'answers' | 'muted') => server.db.write({ accountId: by.id }, async (tx) => server.app.get(Following).set(tx, by.id, { kind, id }, level));
const viewerOf = async (by: TestAccount) => {
  const viewer = await server.app.get(SpaceIdentity).viewerOf(by.id);
  if (viewer === null) throw new Error('no viewer');
  return viewer;
};

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain]);
  anna = await anAccount(server, { name: 'Anna Ahorn' });
  ben = await anAccount(server, { name: 'Ben Birke' });
  carla = await anAccount(server, { name: 'Carla Cypresse' });
  mara = await anAccount(server, { name: 'Mara Moderatorin' });
  stranger = await anAccount(server, { name: 'Frida Fremd' });
  space = await aSpace(server, { members: [[anna, 'author'], [ben, 'author'], [carla, 'author'], [mara, 'moderator']] });
});

afterAll(async () => server.stop());

describe('telling', () => {
  it('reaches each person once, by the strongest reason', async () => {
    const thread = await aThread(server, { in: space, by: mara });
    const first = await write(anna, thread.id, 'Eine Beobachtung');
    await server.drain();
    await follow(carla, 'thread', thread.id, 'all');
    await write(ben, thread.id, `> Eine Beobachtung\n>\n> — [Anna](/beitrag/${first.id})\n\nDanke [@Anna](/person/${anna.id}) und [@Frida](/person/${stranger.id})!`, first.id);
    await server.drain();
    expect(await tellings(anna, thread.id)).toEqual(['threads.addressed mentioned']);
    expect(await tellings(carla, thread.id)).toEqual(['threads.written followsThread']);
    expect(await tellings(ben, thread.id)).toEqual([]);
    expect(await tellings(mara, thread.id)).toEqual(['threads.onOwn ownContent', 'threads.onOwn ownContent']);
    expect(await tellings(stranger, thread.id)).toEqual([]);
    // Whoever wrote once hears of what comes after.
    await write(carla, thread.id, 'Noch eine');
    await server.drain();
    expect((await tellings(ben, thread.id))).toEqual(['threads.written followsThread']);
  });

  it('leaves those in peace who muted, and tells followers of a topic or space of new threads', async () => {
    const topicId = uuidv7();
    const id = uuidv7();
    await follow(ben, 'topic', topicId, 'all');
    await follow(carla, 'space', space.id, 'all');
    const author = await viewerOf(anna);
    const threads = server.app.get(Threads);
    const postId = uuidv7();
    const subject = { kind: 'thing', id: uuidv7() };
    TestSubjects.of(server).put({ id: subject.id, title: 'Neu', spaceId: space.id, authorIds: [anna.id], state: 'published' });
    const text = threads.prepare(postId, 'Wer weiß es?');
    await server.db.write(author, async (tx, emit) => {
      await threads.open(tx, { id, subject, spaceId: space.id, authorIds: [anna.id], state: 'published', title: 'Neu', topicIds: [topicId] });
      await threads.write(tx, emit, author, { id: postId, threadId: id, text });
    });
    await server.drain();
    expect(await tellings(ben, id)).toEqual(['threads.opened followsTopic']);
    expect(await tellings(carla, id)).toEqual(['threads.opened followsSpace']);
    await follow(ben, 'thread', id, 'muted');
    await write(mara, id, `Du, [@Ben](/person/${ben.id})?`);
    await server.drain();
    expect(await tellings(ben, id)).toEqual(['threads.opened followsTopic']);
    await follow(carla, 'space', space.id, 'answers');
  });

  it('happens once for a mention, however often the text is changed, and for one that comes with a change', async () => {
    const thread = await aThread(server, { in: space, by: mara });
    const post = await write(ben, thread.id, `Hallo [@Anna](/person/${anna.id})`);
    await server.drain();
    const edit = async (body: string, baseRevision: number) =>
      server.data(ben.caller, `mutation ($input: EditPostInput!) { editPost(input: $input) { id } }`, { input: { postId: post.id, body, baseRevision } });
    await edit(`Guten Tag [@Anna](/person/${anna.id})`, 1);
    await edit(`Guten Tag [@Anna](/person/${anna.id}) und [@Carla](/person/${carla.id})`, 2);
    await server.drain();
    expect(await tellings(anna, thread.id)).toEqual(['threads.addressed mentioned']);
    expect(await tellings(carla, thread.id)).toEqual(['threads.addressed mentioned']);
  });

  it('shows notices only as long as their post is in sight, and ends by reading on', async () => {
    const place = await aSpace(server, { members: [[anna, 'author'], [ben, 'author']] });
    const thread = await aThread(server, { in: place, by: ben, title: 'Wärmenetz' });
    await write(ben, thread.id, `Schau mal, [@Anna](/person/${anna.id})`);
    await server.drain();
    const unread = async (): Promise<unknown> => (await server.db.query('select 1 from notice where account_id = $1 and group_id = $2 and read_at is null', [anna.id, thread.id])).length;
    const listed = async () => JSON.stringify(await server.data(anna.caller, '{ notices(first: 50) { nodes { title notices { line excerpt path } } } }'));
    expect(await listed()).toContain('Schau mal');
    expect(await unread()).toBe(1);
    await server.data(anna.caller, `mutation ($id: ID!) { readThread(input: { threadId: $id, position: 1 }) { id } }`, { id: thread.id });
    expect(await unread()).toBe(0);
    await leave(server, place, anna);
    expect(await listed()).not.toContain('Schau mal');
  });
});

describe('the gate of moderation', () => {
  it('holds first posts of new members until a moderator releases them', async () => {
    const newcomer = await anAccount(server);
    const place = await aSpace(server, { members: [[newcomer, 'member'], [anna, 'author'], [mara, 'moderator']] });
    await server.db.query('insert into moderation_settings (space_id, hold_first, watched_words) values ($1, 1, $2)', [place.id, ['Gutschein']]);
    const thread = await aThread(server, { in: place, by: anna });
    const held = await write(newcomer, thread.id, 'Guten Tag zusammen');
    expect(held).toMatchObject({ position: null, isHeld: true });
    await write(anna, thread.id, 'Inzwischen geschrieben');
    await server.drain();
    expect(await tellings(anna, thread.id)).toEqual([]);
    const item = (await server.app.get(ModeratedKinds).loadAll(await viewerOf(mara), [{ kind: 'post', id: held.id }])).get(`post ${held.id}`);
    expect(item).toMatchObject({ state: 'review', text: 'Guten Tag zusammen', context: { path: `/ding/${thread.subject.id}` } });
    expect((await server.app.get(ModeratedKinds).loadAll(await viewerOf(stranger), [{ kind: 'post', id: held.id }])).size).toBe(0);
    const kind = server.app.get(ModeratedKinds).named('post');
    const act = { id: held.id, viewer: await viewerOf(mara), reason: '' };
    await server.db.write(act.viewer, async (tx, emit) => kind?.release?.(tx, emit, act));
    await server.drain();
    expect(await server.data(anna.caller, 'query ($id: ID!) { post(id: $id) { position isHeld } }', { id: held.id })).toEqual({ post: { position: 2, isHeld: false } });
    expect(await tellings(anna, thread.id)).toEqual(['threads.onOwn ownContent']);
    await expect(server.db.write(act.viewer, async (tx, emit) => kind?.release?.(tx, emit, act))).rejects.toMatchObject({ reason: 'moderation.changedMeanwhile' });
    expect(await write(newcomer, thread.id, 'Ein Gutschein für alle')).toMatchObject({ isHeld: true });
  });

  it('refuses the silenced, but answers for what it had taken before', async () => {
    const thread = await aThread(server, { in: space, by: mara });
    const input = { id: uuidv7(), threadId: thread.id, body: 'Vor dem Schweigen' };
    await server.data(carla.caller, WRITE, { input });
    const measure = uuidv7();
    await server.db.query(
      `insert into moderation_measure (id, space_id, space_name, account_id, kind, reason, starts_at, ends_at) values ($1, $2, '', $3, 'silence', 'Ruhe', $4::timestamptz, $4::timestamptz + interval '1 day')`,
      [measure, space.id, carla.id, server.clock.now()],
    );
    expect(await server.refusal(carla.caller, WRITE, { input: { ...input, id: uuidv7() } })).toMatchObject({ code: 'FORBIDDEN', reason: 'moderation.silenced' });
    expect(await server.data(carla.caller, WRITE, { input })).toMatchObject({ writePost: { id: input.id, position: 1 } });
    await server.db.query('delete from moderation_measure where id = $1', [measure]);
  });

  it('shows nobody what a held post said before it was mended', async () => {
    const place = await aSpace(server, { members: [[ben, 'member'], [anna, 'author'], [mara, 'moderator']] });
    await server.db.query('insert into moderation_settings (space_id, watched_words) values ($1, $2)', [place.id, ['Gutschein']]);
    const thread = await aThread(server, { in: place, by: anna });
    const held = await write(ben, thread.id, 'Ein Gutschein für alle');
    const EDIT = 'mutation ($input: EditPostInput!) { editPost(input: $input) { revisionNumber } }';
    expect(await server.data(ben.caller, EDIT, { input: { postId: held.id, body: 'Guten Tag', baseRevision: 1 } })).toEqual({ editPost: { revisionNumber: 2 } });
    const { moderationCases } = await server.data<{ moderationCases: { nodes: { id: string; item: { version: string } }[] } }>(mara.caller, 'query ($id: ID!) { moderationCases(spaceId: $id) { nodes { id item { version } } } }', { id: place.id });
    await server.data(mara.caller, 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }', { input: { caseId: moderationCases.nodes[0]?.id, decision: 'release', itemVersion: moderationCases.nodes[0]?.item.version } });
    const history = async () => server.data(anna.caller, 'query ($id: ID!) { post(id: $id) { position html revisions { number body } } }', { id: held.id });
    expect(await history()).toEqual({ post: { position: 1, html: '<p>Guten Tag</p>', revisions: [{ number: 2, body: 'Guten Tag' }] } });
    await server.data(ben.caller, EDIT, { input: { postId: held.id, body: 'Guten Abend', baseRevision: 2 } });
    expect(await history()).toMatchObject({ post: { revisions: [{ number: 3, body: 'Guten Abend' }, { number: 2, body: 'Guten Tag' }] } });
  });

  it('takes a post out of sight and brings it back to its place', async () => {
    const thread = await aThread(server, { in: space, by: mara });
    const post = await write(ben, thread.id, 'Ein scharfes Wort');
    await write(anna, thread.id, 'Antwort');
    const kind = server.app.get(ModeratedKinds).named('post');
    const act = { id: post.id, viewer: await viewerOf(mara), reason: 'Beleidigend' };
    await server.db.write(act.viewer, async (tx, emit) => kind?.hide(tx, emit, act));
    const look = async (by: TestAccount) => server.graphql(by.caller, 'query ($id: ID!) { post(id: $id) { position isHidden hiddenReason } }', { id: post.id });
    expect((await look(carla)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await look(ben)).data).toEqual({ post: { position: 1, isHidden: true, hiddenReason: 'Beleidigend' } });
    expect((await kind?.around?.(act.viewer, [post.id]))?.get(post.id)).toMatchObject([{ place: 'after' }]);
    await server.db.write(act.viewer, async (tx, emit) => kind?.restore(tx, emit, act));
    expect((await look(carla)).data).toEqual({ post: { position: 1, isHidden: false, hiddenReason: null } });
    expect(await server.db.query('select post_count as count from thread where id = $1', [thread.id])).toEqual([{ count: 2 }]);
  });
});

describe('ids made by clients', () => {
  it('cannot take over the thread that the first post under something else will open', async () => {
    const memos = TestSubjects.openedByFirstPost(server, 'memo');
    const memo = { title: 'Notiz', spaceId: space.id, authorIds: [anna.id], state: 'published' } as const;
    const [early, late] = [uuidv7(), uuidv7()];
    memos.put({ ...memo, id: early });
    const open = async (id: string) => server.db.write({ accountId: ben.id }, async (tx) => server.app.get(Threads).open(tx, { id, subject: { kind: 'thing', id }, spaceId: space.id, authorIds: [ben.id], state: 'published', title: 'Fremd' }));
    await expect(open(early)).rejects.toMatchObject({ reason: 'idReused' });
    expect((await write(carla, early, 'Der erste Kommentar')).position).toBe(1);
    // The other way round the thread is there first, and what comes later has none.
    const elsewhere = await aSpace(server, { members: [[ben, 'author'], [carla, 'author']] });
    await aThread(server, { id: late, in: elsewhere, by: ben });
    memos.put({ ...memo, id: late });
    expect(await server.app.get(ThreadQueries).bySubjects(await viewerOf(carla), 'memo', [early, late])).toMatchObject([{ id: early, subjectKind: 'memo' }]);
  });
});

describe('moving posts', () => {
  it('keeps their ids and remembers where they stood', async () => {
    const [from, to] = [await aThread(server, { in: space, by: mara }), await aThread(server, { in: space, by: mara })];
    const posts: { readonly id: string }[] = [];
    for (const body of ['Eins', 'Zwei', 'Drei', 'Vier']) posts.push(await aPost(server, from, { by: anna, body }));
    await aPost(server, to, { by: ben });
    await server.db.write({ accountId: null }, async (tx, emit) => server.app.get(Threads).movePosts(tx, emit, from.id, [posts[1]?.id ?? '', posts[2]?.id ?? ''], to.id));
    const window = `query ($id: ID!) { thread(id: $id) { lastPosition postCount unreadCount posts { nodes { position id } } movedPost(position: 3) { id threadId position } } }`;
    expect(await server.data(carla.caller, window, { id: from.id })).toEqual({
      thread: { lastPosition: 4, postCount: 2, unreadCount: 2, posts: { nodes: [{ position: 1, id: posts[0]?.id }, { position: 4, id: posts[3]?.id }] }, movedPost: { id: posts[2]?.id, threadId: to.id, position: 3 } },
    });
    expect(await server.data(carla.caller, window, { id: to.id })).toMatchObject({ thread: { lastPosition: 3, postCount: 3, unreadCount: 3, movedPost: null } });
    const between = `query ($id: ID!) { thread(id: $id) { movedPost(position: 1, to: 4) { id } } }`;
    expect(await server.data(carla.caller, between, { id: from.id })).toEqual({ thread: { movedPost: { id: posts[1]?.id } } });
    await server.db.query(`update post set state = 'hidden' where id = $1`, [posts[1]?.id]);
    expect(await server.data(carla.caller, between, { id: from.id })).toEqual({ thread: { movedPost: { id: posts[2]?.id } } });
    await server.db.query(`update post set state = 'published' where id = $1`, [posts[1]?.id]);
    // Positions are never given twice.
    expect((await write(anna, from.id, 'Fünf')).position).toBe(5);
    // Who may not see the target learns nothing of where it went.
    await server.db.query('update thread set space_id = $2 where id = $1', [to.id, (await aSpace(server)).id]);
    expect(await server.data(carla.caller, window, { id: from.id })).toMatchObject({ thread: { movedPost: null } });
  });

  it('go with their thread into another space, out of sight of those who do not read that', async () => {
    const inner = await aSpace(server, { members: [[anna, 'author']] });
    const thread = await aThread(server, { in: space, by: anna });
    const post = await aPost(server, thread, { by: anna });
    await server.db.write({ accountId: null }, async (tx, emit) => server.app.get(Threads).sync(tx, emit, thread.subject, { spaceId: inner.id }));
    expect(await server.refusal(ben.caller, 'query ($id: ID!) { post(id: $id) { id } }', { id: post.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.data(anna.caller, 'query ($id: ID!) { post(id: $id) { id } }', { id: post.id })).toEqual({ post: { id: post.id } });
  });
});

describe('leaving', () => {
  it('leaves the words without the name, also where others named or quoted it', async () => {
    const goes = await anAccount(server, { name: 'Gerda Gehtfort' });
    await server.db.query('insert into space_member (space_id, account_id, role) values ($1, $2, $3)', [space.id, goes.id, 'author']);
    const thread = await aThread(server, { in: space, by: mara });
    const own = await write(goes, thread.id, 'Meine Worte bleiben');
    const quoting = await write(anna, thread.id, `> Meine Worte bleiben\n>\n> — [Gerda Gehtfort](/beitrag/${own.id})\n\nDanke, [@Gerda Gehtfort](/person/${goes.id})!`);
    await server.data(anna.caller, `mutation ($input: EditPostInput!) { editPost(input: $input) { id } }`, { input: { postId: quoting.id, body: `Danke, [@Gerda Gehtfort](http://localhost:3000/person/${goes.id})!`, baseRevision: 1 } });
    await write(anna, thread.id, `Hallo [@Gerda *Gehtfort*][g] und <a href="http://localhost:3000&#47;person/${goes.id.toUpperCase()}">@Gehtfort</a>.\n\n[g]: /person/${goes.id.toUpperCase()}`);
    await server.data(goes.caller, `mutation ($input: PostReactionInput!) { react(input: $input) { id } }`, { input: { postId: quoting.id, kind: 'thanks' } });
    await server.data(goes.caller, `mutation ($input: SavePostDraftInput!) { savePostDraft(input: $input) { version } }`, { input: { threadId: thread.id, body: 'Unfertig', version: 0 } });
    await server.data(ben.caller, `mutation ($input: SavePostDraftInput!) { savePostDraft(input: $input) { version } }`, { input: { threadId: thread.id, body: `An [@Gerda Gehtfort](/person/${goes.id})`, version: 0 } });
    const before = await server.app.get(OwnDataRegistry).of(goes.id);
    expect(before['posts']).toMatchObject({ posts: [{ body: 'Meine Worte bleiben' }], drafts: [{ body: 'Unfertig' }], reactions: [{ kind: 'thanks' }] });
    await server.db.write({ accountId: null }, async (tx, emit) => {
      await server.app.get(LeavingRegistry).erase(tx, { id: goes.id, address: goes.address }, emit);
      await tx.query('update account set deleted_at = now() where id = $1', [goes.id]);
    });
    const seen = await server.data(anna.caller, `query ($id: ID!) { thread(id: $id) { posts { nodes { html author { name } reactions { count } revisions { body } } } } }`, { id: thread.id });
    const ofBen = await server.data(ben.caller, '{ myPostDrafts { body } }');
    expect(JSON.stringify([seen, ofBen])).not.toContain('Gehtfort');
    expect(seen).toMatchObject({ thread: { posts: { nodes: [{ html: '<p>Meine Worte bleiben</p>', author: { name: null } }, { html: '<p>Danke, ehemaliges Mitglied!</p>', reactions: [] }, { html: expect.stringMatching(/^<p>Hallo ehemaliges Mitglied und <a [^>]*>ehemaliges Mitglied<.a>[.]<.p>$/) }] } } });
    // A tab that is still open would bring the name back.
    expect(await server.refusal(ben.caller, `mutation ($input: SavePostDraftInput!) { savePostDraft(input: $input) { version } }`, { input: { threadId: thread.id, body: `An [@Gerda Gehtfort](/person/${goes.id}):`, version: 1 } })).toMatchObject({ reason: 'post.draftStale' });
    const after = await server.app.get(OwnDataRegistry).of(goes.id);
    expect(after['posts']).toMatchObject({ drafts: [], reactions: [], read: [] });
  });

  it('takes along the text of what was deleted, and what nobody had read yet', async () => {
    const goes = await anAccount(server);
    const place = await aSpace(server, { members: [[goes, 'member'], [anna, 'author'], [mara, 'moderator']] });
    const thread = await aThread(server, { in: place, by: anna });
    const deleted = await write(goes, thread.id, 'Das nehme ich zurück');
    await server.data(goes.caller, `mutation ($input: EditPostInput!) { editPost(input: $input) { id } }`, { input: { postId: deleted.id, body: 'Das nehme ich ganz zurück', baseRevision: 1 } });
    await server.data(goes.caller, `mutation ($input: PostInput!) { deletePost(input: $input) { id } }`, { input: { postId: deleted.id } });
    await server.db.query('insert into moderation_settings (space_id, hold_first, watched_words) values ($1, 0, $2)', [place.id, ['Gutschein']]);
    expect(await write(goes, thread.id, 'Ein Gutschein für alle')).toMatchObject({ isHeld: true });
    await server.db.write({ accountId: null }, async (tx, emit) => server.app.get(LeavingRegistry).erase(tx, { id: goes.id, address: goes.address }, emit));
    expect(await server.db.query('select position, body, html, plain_text as "plainText" from post where author_ids[1] = $1', [goes.id])).toEqual([{ position: 1, body: '', html: '', plainText: '' }]);
    expect(await server.db.query('select 1 from post_revision where post_id = $1', [deleted.id])).toEqual([]);
  });
});

describe('live', () => {
  it('tells open pages at the commit, with numbers alone', async () => {
    const thread = await aThread(server, { in: space, by: mara });
    const listener = await LiveListener.open(server, ben.caller);
    const outside = await LiveListener.open(server, stranger.caller);
    const post = await write(anna, thread.id, 'Ein Geheimnis');
    await listener.until(({ raw }) => raw.includes(post.id));
    expect(listener.raw).toContain('written');
    expect(listener.raw).not.toContain('Geheimnis');
    expect(outside.raw).not.toContain(post.id);
    listener.close();
    outside.close();
  });

  it('tells open pages that a post was quoted, so that the way back appears there too', async () => {
    const thread = await aThread(server, { in: space, by: mara });
    const quoted = await write(anna, thread.id, 'Ein Satz, der bleibt');
    const listener = await LiveListener.open(server, ben.caller);
    await write(mara, thread.id, `> Ein Satz, der bleibt\n>\n> — [Anna](/beitrag/${quoted.id})\n\nGenau.`);
    await listener.until(({ raw }) => raw.includes('quoted'));
    expect(listener.raw).toContain(quoted.id);
    listener.close();
  });
});
