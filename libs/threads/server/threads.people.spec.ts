import { accountsDomain } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { bookmarksDomain } from '#bookmarks/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { aSpace, leave, type TestSpace } from '../../spaces/server/spaces.testing.js';
import { threadsDomain } from './index.js';
import { aPost, aThread } from './threads.testing.js';

let server: TestServer;
let space: TestSpace;
let anna: TestAccount;
let ben: TestAccount;
let stranger: TestAccount;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain]);
  anna = await anAccount(server, { name: 'Anna Ahorn' });
  ben = await anAccount(server, { name: 'Ben Birke' });
  stranger = await anAccount(server, { name: 'Änne Fremd' });
  space = await aSpace(server, { members: [[anna, 'member'], [ben, 'member']] });
});

afterAll(async () => server.stop());

describe('reactions', () => {
  const REACT = `mutation ($input: PostReactionInput!) { react(input: $input) { reactions { kind count viewerReacted } } }`;
  const UNREACT = REACT.replace('react(', 'unreact(');

  it('count each person once per word, also when many say it at once', async () => {
    const post = await aPost(server, await aThread(server, { in: space, by: anna }), { by: anna });
    const people = await Promise.all(Array.from({ length: 8 }, async () => anAccount(server)));
    for (const person of people) await server.db.query('insert into space_member (space_id, account_id, role) values ($1, $2, $3)', [space.id, person.id, 'member']);
    await Promise.all([...people, ...people].map(async (person) => server.data(person.caller, REACT, { input: { postId: post.id, kind: 'thanks' } })));
    const { react } = await server.data<{ react: { reactions: object[] } }>(ben.caller, REACT, { input: { postId: post.id, kind: 'sameHere' } });
    expect(react.reactions).toEqual(expect.arrayContaining([{ kind: 'thanks', count: 8, viewerReacted: false }, { kind: 'sameHere', count: 1, viewerReacted: true }]));
    const { unreact } = await server.data<{ unreact: { reactions: object[] } }>(ben.caller, UNREACT, { input: { postId: post.id, kind: 'sameHere' } });
    expect(unreact.reactions).toEqual([{ kind: 'thanks', count: 8, viewerReacted: false }]);
  });

  it('are refused for own posts, to guests and for what is out of sight', async () => {
    const post = await aPost(server, await aThread(server, { in: space, by: anna }), { by: anna });
    expect(await server.refusal(anna.caller, REACT, { input: { postId: post.id, kind: 'thanks' } })).toMatchObject({ code: 'FORBIDDEN', reason: 'post.mayNotReact' });
    expect(await server.refusal(null, REACT, { input: { postId: post.id, kind: 'thanks' } })).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const postId of [post.id, uuidv7()]) {
      for (const operation of [REACT, UNREACT]) expect(await server.refusal(stranger.caller, operation, { input: { postId, kind: 'thanks' } })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    }
  });

  it('are refused to who is suspended in the space, also where everybody reads', async () => {
    const open = await aSpace(server, { visibility: 'public', members: [[anna, 'member'], [ben, 'author']] });
    const thread = await aThread(server, { in: open, by: anna });
    const post = await aPost(server, thread, { by: anna });
    await server.db.query(`insert into space_suspension (account_id, space_id, ends_at) values ($1, $2, now() + interval '1 day')`, [ben.id, open.id]);
    expect(await server.refusal(ben.caller, REACT, { input: { postId: post.id, kind: 'thanks' } })).toMatchObject({ code: 'FORBIDDEN', reason: 'post.mayNotReact' });
    const ABLE = '{ thread(id: "ID") { viewerCanReply posts { nodes { viewerCanReact } } } }'.replace('ID', thread.id);
    expect(await server.data(ben.caller, ABLE)).toEqual({ thread: { viewerCanReply: false, posts: { nodes: [{ viewerCanReact: false }] } } });
    await server.db.query('delete from space_suspension where space_id = $1', [open.id]);
    expect(await server.data(ben.caller, ABLE)).toEqual({ thread: { viewerCanReply: true, posts: { nodes: [{ viewerCanReact: true }] } } });
  });
});

describe('drafts', () => {
  const SAVE = `mutation ($input: SavePostDraftInput!) { savePostDraft(input: $input) { threadId body version } }`;
  const MINE = `{ myPostDrafts { threadId body thread { id } } }`;
  const save = async (caller: Caller, input: object) => (await server.data<{ savePostDraft: { version: number; body: string } }>(caller, SAVE, { input })).savePostDraft;

  it('are kept per thread, several at once, and are nobody else’s', async () => {
    const writer = await anAccount(server);
    await server.db.query('insert into space_member (space_id, account_id, role) values ($1, $2, $3)', [space.id, writer.id, 'member']);
    const [one, two] = [await aThread(server, { in: space, by: anna }), await aThread(server, { in: space, by: anna })];
    expect(await save(writer.caller, { threadId: one.id, body: 'Ein Anfang', version: 0 })).toMatchObject({ version: 1 });
    server.clock.forward(1000);
    expect(await save(writer.caller, { threadId: two.id, body: 'Woanders', version: 0 })).toMatchObject({ version: 1 });
    expect(await save(writer.caller, { threadId: one.id, body: 'Ein Anfang und mehr', version: 1 })).toMatchObject({ version: 2 });
    // The same again is the same; something else on the old base is refused.
    expect(await save(writer.caller, { threadId: one.id, body: 'Ein Anfang und mehr', version: 1 })).toMatchObject({ version: 2 });
    expect(await server.refusal(writer.caller, SAVE, { input: { threadId: one.id, body: 'Vom zweiten Gerät', version: 1 } })).toMatchObject({ code: 'CONFLICT', reason: 'post.draftStale' });
    expect(await server.data(writer.caller, 'query ($id: ID!) { thread(id: $id) { draft { body version } } }', { id: one.id })).toEqual({ thread: { draft: { body: 'Ein Anfang und mehr', version: 2 } } });
    expect(await server.data(ben.caller, 'query ($id: ID!) { thread(id: $id) { draft { body version } } }', { id: one.id })).toEqual({ thread: { draft: null } });
    const { myPostDrafts } = await server.data<{ myPostDrafts: { threadId: string }[] }>(writer.caller, MINE);
    expect(myPostDrafts.map((draft) => draft.threadId)).toHaveLength(2);
    // Sent, it is gone; late savings of the same page do not bring it back.
    await server.data(writer.caller, `mutation ($input: WritePostInput!) { writePost(input: $input) { id } }`, { input: { id: uuidv7(), threadId: one.id, body: 'Ein Anfang und mehr' } });
    expect(await server.refusal(writer.caller, SAVE, { input: { threadId: one.id, body: 'Ein Anfang und me', version: 2 } })).toMatchObject({ code: 'CONFLICT' });
    // Who loses sight keeps the words.
    await leave(server, space, writer);
    expect(await server.data(writer.caller, MINE)).toEqual({ myPostDrafts: [{ threadId: two.id, body: 'Woanders', thread: null }] });
    expect(await server.refusal(writer.caller, SAVE, { input: { threadId: two.id, body: 'Weiter', version: 1 } })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    const discard = `mutation ($input: DiscardPostDraftInput!) { discardPostDraft(input: $input) }`;
    for (const threadId of [two.id, uuidv7()]) expect(await server.data(writer.caller, discard, { input: { threadId } })).toEqual({ discardPostDraft: true });
    expect(await server.data(writer.caller, MINE)).toEqual({ myPostDrafts: [] });
  });

  it('are refused to guests and for what is out of sight', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    expect(await server.refusal(null, SAVE, { input: { threadId: thread.id, body: 'x', version: 0 } })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(null, MINE)).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const threadId of [thread.id, uuidv7()]) expect(await server.refusal(stranger.caller, SAVE, { input: { threadId, body: 'x', version: 0 } })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
  });
});

describe('mentions', () => {
  const NAMES = `query ($threadId: ID, $spaceId: ID, $text: String!) { mentionable(threadId: $threadId, spaceId: $spaceId, text: $text) { accountId name } }`;
  const names = async (caller: Caller | null, variables: Readonly<Record<string, unknown>>) => (await server.data<{ mentionable: { name: string }[] }>(caller, NAMES, variables)).mentionable.map((person) => person.name);

  it('offer those who may read the place, beginnings first, umlauts in any spelling', async () => {
    const jörg = await anAccount(server, { name: 'Jörg Übermuth' });
    const ute = await anAccount(server, { name: 'Ute Jörgensen' });
    const gone = await anAccount(server, { name: 'Jörgine Gesperrt', suspended: true });
    const place = await aSpace(server, { members: [[anna, 'member'], [jörg, 'member'], [ute, 'member'], [gone, 'member']] });
    const thread = await aThread(server, { in: place, by: anna });
    for (const text of ['jörg', 'JORG', 'joerg']) expect(await names(anna.caller, { threadId: thread.id, text })).toEqual(['Jörg Übermuth', 'Ute Jörgensen']);
    expect(await names(anna.caller, { spaceId: place.id, text: 'ueberm' })).toEqual(['Jörg Übermuth']);
    expect(await names(anna.caller, { threadId: thread.id, text: '' })).toEqual(['Jörg Übermuth', 'Ute Jörgensen']);
    expect(await names(anna.caller, { threadId: thread.id, text: 'Birke' })).toEqual([]);
    expect(await names(anna.caller, { threadId: thread.id, text: '%' })).toEqual([]);
  });

  it('tell people of one name apart by what the viewer may see of them', async () => {
    const [north, south, shy] = [await anAccount(server, { name: 'Kim Meyer' }), await anAccount(server, { name: 'Kim Meyer' }), await anAccount(server, { name: 'Kim Meyer' })];
    const place = await aSpace(server, { members: [[anna, 'member'], [north, 'member'], [south, 'member'], [shy, 'member']] });
    const { mySheet } = await server.data<{ mySheet: { field: { id: string; key: string } }[] }>(anna.caller, '{ mySheet { field { id key } } }');
    const save = async (person: TestAccount, key: string, answer: string, visibility: string): Promise<unknown> =>
      server.data(person.caller, 'mutation ($input: SaveSheetInput!) { saveSheet(input: $input) { answers } }', {
        input: { entries: [{ fieldId: mySheet.find(({ field }) => field.key === key)?.field.id, answers: [answer], visibility }] },
      });
    await save(north, 'municipality', 'Husum', 'programme');
    await save(south, 'organisation', 'Landratsamt Passau', 'programme');
    await save(shy, 'municipality', 'Nirgendwo', 'coordination');
    const asked = await server.data<{ mentionable: { accountId: string; note: string | null }[] }>(anna.caller, NAMES.replace('name }', 'name note }'), { spaceId: place.id, text: 'kim' });
    const noteOf = (person: TestAccount): string | null | undefined => asked.mentionable.find(({ accountId }) => accountId === person.id)?.note;
    expect([noteOf(north), noteOf(south), noteOf(shy)]).toEqual(['Husum', 'Landratsamt Passau', null]);
  });

  it('tell outsiders nothing', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    for (const caller of [null, stranger.caller]) {
      for (const variables of [{ threadId: thread.id }, { spaceId: space.id }, { threadId: uuidv7() }, { spaceId: uuidv7() }, { threadId: 'x' }]) {
        expect(await names(caller, { ...variables, text: '' })).toEqual([]);
      }
    }
  });

  it('show nothing different for somebody who cannot read it', async () => {
    const thread = await aThread(server, { in: space, by: anna });
    const write = async (id: string): Promise<string> =>
      (await server.data<{ writePost: { html: string } }>(anna.caller, `mutation ($input: WritePostInput!) { writePost(input: $input) { html } }`, {
        input: { id: uuidv7(), threadId: thread.id, body: `Hallo [@Wer](/person/${id}), was meinst du?` },
      })).writePost.html.replaceAll(id, 'ID');
    const [reader, outsider, nobody] = [await write(ben.id), await write(stranger.id), await write(uuidv7())];
    expect(outsider).toBe(reader);
    expect(nobody).toBe(reader);
    const told = await server.db.query('select m.account_id as id from post_mention m join post p on p.id = m.post_id where p.thread_id = $1 and m.is_reader', [thread.id]);
    expect(told).toEqual([{ id: ben.id }]);
  });
});
