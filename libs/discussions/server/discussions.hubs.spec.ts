import { FeedSources } from '#feeds/server';
import { ModeratedKinds } from '#moderation/server';
import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { SpaceIdentity } from '#spaces/server';
import { aThread } from '#threads/server/testing';
import { aTopic } from '#topics/server/testing';
import { join, leave } from '../../spaces/server/spaces.testing.js';
import { aDiscussion, aReply, aRound, discussionsWithGround, type TestRound } from './discussions.testing.js';

let server: TestServer;
let round: TestRound;

beforeAll(async () => {
  server = await TestServer.start(discussionsWithGround);
});
beforeEach(async () => {
  round = await aRound(server);
});
afterAll(async () => server.stop());

const viewerOf = async (accountId: string) => {
  const viewer = await server.app.get(SpaceIdentity).viewerOf(accountId);
  if (viewer === null) throw new Error('no viewer');
  return viewer;
};
const SIMILAR = 'query ($title: String!, $space: String) { similar(title: $title, space: $space) { id kind title path spaceName } }';

describe('while a title is typed', () => {
  it('what is like it comes up, for those who may read it alone', async () => {
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker, title: 'Welche Wärmepumpe passt ins Rathaus?' });
    await aDiscussion(server, { in: round.space, by: round.asker, title: 'Etwas ganz anderes' });
    await server.drain();
    const title = 'Wärmepumpe im Rathaus, welche nehmen?';
    expect(await server.data(round.member.caller, SIMILAR, { title })).toEqual({
      similar: [{ id: discussion.id, kind: 'discussion', title: 'Welche Wärmepumpe passt ins Rathaus?', path: `/d/${discussion.slug}`, spaceName: round.space.name }],
    });
    expect(await server.data(round.stranger.caller, SIMILAR, { title })).toEqual({ similar: [] });
    for (const space of [round.space.id, round.space.slug]) expect(await server.data(round.stranger.caller, SIMILAR, { title, space })).toEqual({ similar: [] });
    expect(await server.refusal(null, SIMILAR, { title })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.data(round.member.caller, SIMILAR, { title: '' })).toEqual({ similar: [] });
  });

  it('is asked for as often as one types and no more', async () => {
    for (let asked = 0; asked < 120; asked += 1) await server.data(round.mentor.caller, SIMILAR, { title: '' });
    expect(await server.refusal(round.mentor.caller, SIMILAR, { title: '' })).toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('search', () => {
  const SEARCH = 'query ($text: String!) { search(input: { text: $text, filters: { kinds: ["discussion"] } }) { hits { id path } } }';

  it('finds a discussion by question, accepted answer and synonym of its topic, and no longer where it was hidden or moved away', async () => {
    const word = `Quellstein${uuidv7().slice(-6)}`;
    const topic = await aTopic(server, { synonyms: [`Synonym${word}`] });
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker, body: `Frage${word} gestellt`, topics: [topic] });
    const reply = await aReply(server, round.mentor, discussion, `Antwort${word} gegeben`);
    await server.data(round.asker.caller, 'mutation ($input: AnswerInput!) { acceptAnswer(input: $input) { id } }', { input: { discussionId: discussion.id, postId: reply } });
    await server.drain();
    const found = async (caller = round.member.caller, text = `Frage${word}`) => (await server.data<{ search: { hits: { id: string }[] } }>(caller, SEARCH, { text })).search.hits.map(({ id }) => id);
    for (const text of [`Frage${word}`, `Antwort${word}`, `Synonym${word}`]) expect(await found(round.member.caller, text)).toEqual([discussion.id]);
    expect(await found(round.stranger.caller)).toEqual([]);
    await server.db.query(`update discussion set state = 'hidden' where id = $1`, [discussion.id]);
    expect(await found()).toEqual([]);
  });
});

describe('moderation', () => {
  const CASES = 'query ($spaceId: ID!) { moderationCases(spaceId: $spaceId) { nodes { id itemKind item { title version } } } }';
  const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }';
  const stateOf = async (id: string) => (await server.db.query('select d.state, t.state as thread, (select count(*)::int from post p where p.thread_id = d.id and p.state = \'published\') as posts from discussion d join thread t on t.id = d.id where d.id = $1', [id]))[0];

  it('leads nobody to a closed door, neither here nor in the excerpt', async () => {
    const elsewhere = await aRound(server);
    const secret = await aDiscussion(server, { in: elsewhere.space, by: elsewhere.asker, title: 'Haushaltssperre' });
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker, body: `[Siehe dort](/d/${secret.slug}) und /d/${secret.slug}, bitte.` });
    const [seen] = (await server.app.get(ModeratedKinds).loadAll(await viewerOf(round.moderator.id), [{ kind: 'discussion', id: discussion.id }])).values();
    expect(seen).toMatchObject({ html: expect.stringMatching(/^<p>Siehe dort und /), text: expect.stringContaining('Siehe dort und …, bitte.') });
    const { discussion: read } = await server.data(round.member.caller, 'query ($slug: String!) { discussion(slug: $slug) { excerpt } }', { slug: discussion.slug });
    expect(read).toEqual({ excerpt: 'Siehe dort und …, bitte.' });
  });

  it('releases a held discussion with its first post as one', async () => {
    await server.db.query('insert into moderation_settings (space_id, hold_first) values ($1, 1)', [round.space.id]);
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker, title: 'Meine erste Frage' });
    expect(await stateOf(discussion.id)).toEqual({ state: 'review', thread: 'review', posts: 0 });
    await server.drain();
    const { moderationCases } = await server.data<{ moderationCases: { nodes: { id: string; item: { version: string } }[] } }>(round.moderator.caller, CASES, { spaceId: round.space.id });
    expect(moderationCases.nodes).toMatchObject([{ itemKind: 'discussion', item: { title: 'Meine erste Frage' } }]);
    await server.data(round.moderator.caller, DECIDE, { input: { caseId: moderationCases.nodes[0]?.id, decision: 'release', itemVersion: moderationCases.nodes[0]?.item.version } });
    expect(await stateOf(discussion.id)).toEqual({ state: 'published', thread: 'published', posts: 1 });
    const { discussion: read } = await server.data(round.member.caller, 'query ($slug: String!) { discussion(slug: $slug) { excerpt lastPosition replyCount } }', { slug: discussion.slug });
    expect(read).toEqual({ excerpt: 'Wie macht ihr das?', lastPosition: 1, replyCount: 0 });
  });
});

describe('what the gate held', () => {
  const CASES = '{ moderationCases { nodes { id item { id version } } } }';
  const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }';
  const caseOf = async (itemId: string) => {
    const { moderationCases } = await server.data<{ moderationCases: { nodes: { id: string; item: { id: string; version: string } }[] } }>(round.moderator.caller, CASES);
    const found = moderationCases.nodes.find(({ item }) => item.id === itemId);
    if (found === undefined) throw new Error('a case');
    return found;
  };
  const edit = async (postId: string) => server.data(round.asker.caller, 'mutation ($input: EditPostInput!) { editPost(input: $input) { id } }', { input: { postId, body: 'Etwas ganz anderes', baseRevision: 1 } });

  it('is released as it was read, reply and discussion', async () => {
    const before = await aDiscussion(server, { in: round.space, by: round.member });
    await server.db.query('insert into moderation_settings (space_id, hold_first) values ($1, 9)', [round.space.id]);
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker });
    const reply = await aReply(server, round.asker, before, 'Guten Tag');
    const [opening] = await server.db.query<{ id: string }>('select id from post where thread_id = $1', [discussion.id]);
    for (const [itemId, postId] of [[reply, reply], [discussion.id, opening?.id ?? '']] as const) {
      const { id: caseId, item } = await caseOf(itemId);
      await edit(postId);
      const release = { caseId, decision: 'release', itemVersion: item.version };
      expect(await server.refusal(round.moderator.caller, DECIDE, { input: release })).toMatchObject({ code: 'CONFLICT', reason: 'moderation.changedMeanwhile' });
      await server.data(round.moderator.caller, DECIDE, { input: { ...release, itemVersion: (await caseOf(itemId)).item.version } });
    }
    expect(await server.db.query(`select 1 from post where thread_id = any($1::uuid[]) and state <> 'published'`, [[before.id, discussion.id]])).toEqual([]);
  });

  it('is rejected with a reason that its author reads, and nobody else reads any of it', async () => {
    const before = await aDiscussion(server, { in: round.space, by: round.member });
    await server.db.query('insert into moderation_settings (space_id, hold_first) values ($1, 9)', [round.space.id]);
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker, title: 'Abgelehnte Frage' });
    const reply = await aReply(server, round.asker, before, 'Abgelehnte Antwort');
    for (const itemId of [discussion.id, reply]) {
      await server.data(round.moderator.caller, DECIDE, { input: { caseId: (await caseOf(itemId)).id, decision: 'reject', reason: 'advertising', note: 'Das ist Werbung.' } });
    }
    await server.drain();
    const LOOK = 'query ($slug: String!, $post: ID!) { discussion(slug: $slug) { state hiddenReason } post(id: $post) { isHidden hiddenReason html } }';
    const variables = { slug: discussion.slug, post: reply };
    expect(await server.data(round.asker.caller, LOOK, variables)).toEqual({
      discussion: { state: 'hidden', hiddenReason: 'Das ist Werbung.' }, post: { isHidden: true, hiddenReason: 'Das ist Werbung.', html: '<p>Abgelehnte Antwort</p>' },
    });
    expect(JSON.stringify(await server.graphql(round.member.caller, LOOK, variables))).not.toMatch(/Abgelehnt|Werbung/);
    expect(JSON.stringify(await server.data(round.member.caller, '{ discussions { nodes { title excerpt lastPosition } } }'))).not.toContain('Abgelehnt');
    expect(await server.db.query(`select count(*)::int as count from notice where account_id = $1 and kind like 'moderation.%'`, [round.asker.id])).toEqual([{ count: 2 }]);
  });
});

describe('a first post taken out of sight', () => {
  const EXCERPTS = '{ discussions { nodes { excerpt } } }';
  const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }';

  it('leaves no excerpt behind for anybody, and comes back with it', async () => {
    const open = await aRound(server, { visibility: 'public' });
    const { id } = await aDiscussion(server, { in: open.space, by: open.asker, body: 'Unsägliches' });
    const [post] = await server.db.query<{ id: string }>('select id from post where thread_id = $1', [id]);
    await server.data(open.member.caller, 'mutation ($input: ReportItemInput!) { reportItem(input: $input) { id } }', { input: { kind: 'post', itemId: post?.id, reason: 'insult', words: '' } });
    const { moderationCases } = await server.data<{ moderationCases: { nodes: { id: string }[] } }>(open.moderator.caller, '{ moderationCases { nodes { id } } }');
    const decide = async (decision: string) => server.data(open.moderator.caller, DECIDE, { input: { caseId: moderationCases.nodes[0]?.id, decision, reason: 'insult', note: 'So nicht.' } });
    await decide('hide');
    for (const caller of [null, open.member.caller, open.stranger.caller]) {
      const { discussion } = await server.data(caller, 'query ($slug: String!) { discussion(slug: $slug) { excerpt } }', { slug: id });
      expect(discussion).toEqual({ excerpt: '' });
      expect(JSON.stringify(await server.data(caller, EXCERPTS))).not.toContain('Unsägliches');
    }
    const seen = await server.app.get(ModeratedKinds).loadAll(await viewerOf(open.member.id), [{ kind: 'discussion', id }]);
    expect(JSON.stringify([...seen])).not.toContain('Unsägliches');
    await decide('restore');
    expect(JSON.stringify(await server.data(null, EXCERPTS))).toContain('Unsägliches');
  });
});

describe('words that are no posts', () => {
  const EDIT = 'mutation ($input: EditDiscussionInput!) { editDiscussion(input: $input) { title } }';
  const ASK = 'mutation ($input: AskPollInput!) { askPoll(input: $input) { id } }';
  const TURN = 'mutation ($input: TurnIntoDiscussionInput!) { turnIntoDiscussion(input: $input) { id } }';
  const silence = async (accountId: string) =>
    server.db.query(
      `insert into moderation_measure (id, space_id, space_name, account_id, kind, reason, starts_at, ends_at) values ($1, $2, '', $3, 'silence', 'Ruhe', $4::timestamptz, $4::timestamptz + interval '1 day')`,
      [uuidv7(), round.space.id, accountId, server.clock.now()],
    );
  async function wishes() {
    const { id } = await aDiscussion(server, { in: round.space, by: round.asker, title: 'Vorher' });
    const thread = await aThread(server, { in: round.space, by: round.mentor });
    const comment = await aReply(server, round.asker, thread, 'Gilt das auch für uns?');
    return {
      edit: { discussionId: id, baseVersion: 1, kind: 'question', title: 'Ein Gutschein für alle', topicIds: [] },
      poll: { id: uuidv7(), discussionId: id, question: 'Wer will?', options: ['Ja', 'Gutschein'], isMultiple: false, isAnonymous: false },
      turn: { id: uuidv7(), postIds: [comment], kind: 'question', title: 'Gutschein gefällig?', topicIds: [] },
    };
  }

  it('are refused to the silenced, but what was said before stays answered', async () => {
    const { edit, poll, turn } = await wishes();
    const before = { ...poll, id: uuidv7() };
    await server.data(round.asker.caller, ASK, { input: before });
    await silence(round.asker.id);
    for (const [text, input] of [[EDIT, edit], [ASK, poll], [TURN, turn]] as const) {
      expect(await server.refusal(round.asker.caller, text, { input })).toMatchObject({ code: 'FORBIDDEN', reason: 'moderation.silenced' });
    }
    await server.data(round.asker.caller, ASK, { input: before });
    await server.data(round.asker.caller, EDIT, { input: { ...edit, title: 'Vorher' } });
  });

  it('put a watched word before the moderation, or are refused where nothing can be held', async () => {
    const { edit, poll, turn } = await wishes();
    await server.db.query('insert into moderation_settings (space_id, watched_words) values ($1, $2)', [round.space.id, ['Gutschein']]);
    for (const [text, input] of [[ASK, poll], [TURN, turn]] as const) {
      expect(await server.refusal(round.asker.caller, text, { input })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.cannotBeHeld' });
    }
    await server.data(round.asker.caller, EDIT, { input: edit });
    const { moderationCases } = await server.data(round.moderator.caller, '{ moderationCases { nodes { item { title } gateNotes { word match } } } }');
    expect(moderationCases).toEqual({ nodes: [{ item: { title: 'Ein Gutschein für alle' }, gateNotes: [{ word: 'Gutschein', match: 'Gutschein' }] }] });
  });
});

describe('feeds and bookmarks', () => {
  it('show what their person reads', async () => {
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker, title: 'Im Feed', body: 'Erste **Worte**.' });
    const feed = async (accountId: string) => {
      const viewer = await server.app.get(SpaceIdentity).viewerOf(accountId);
      const source = server.app.get(FeedSources).all().find(({ kind }) => kind === 'discussion');
      return viewer === null ? [] : ((await source?.newest(viewer, round.space.id, 5)) ?? []);
    };
    expect(await feed(round.member.id)).toMatchObject([{ title: 'Im Feed', path: `/d/${discussion.slug}`, authorName: 'Ada Fragend' }]);
    expect(await feed(round.stranger.id)).toEqual([]);
    const BOOKMARK = 'mutation ($input: SetBookmarkInput!) { setBookmark(input: $input) { title path } }';
    const input = { id: uuidv7(), kind: 'discussion', targetId: discussion.id, note: '' };
    expect(await server.data(round.member.caller, BOOKMARK, { input })).toEqual({ setBookmark: { title: 'Im Feed', path: `/d/${discussion.slug}` } });
    expect(await server.refusal(round.stranger.caller, BOOKMARK, { input: { ...input, id: uuidv7() } })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('new discussions', () => {
  it('are told to who follows their space or topic, and not to who cannot read them', async () => {
    const topic = await aTopic(server);
    const follow = (accountId: string, kind: string, id: string) => server.db.query(`insert into following (account_id, target_kind, target_id, level, since) values ($1, $2, $3, 'all', now())`, [accountId, kind, id]);
    await follow(round.member.id, 'space', round.space.id);
    await follow(round.mentor.id, 'topic', topic.id);
    await follow(round.stranger.id, 'topic', topic.id);
    await aDiscussion(server, { in: round.space, by: round.asker, title: 'Ganz neu hier', topics: [topic] });
    await server.drain();
    const count = async (caller = round.member.caller) => (await server.data<{ unreadNoticeCount: number }>(caller, '{ unreadNoticeCount }')).unreadNoticeCount;
    expect([await count(), await count(round.mentor.caller), await count(round.stranger.caller), await count(round.moderator.caller)]).toEqual([1, 1, 0, 0]);
  });
});

describe('who leaves for good', () => {
  it('leaves questions without a name, takes named votes along, and gets all of it beforehand', async () => {
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker, title: 'Bleibt stehen' });
    await aReply(server, round.member, discussion);
    const named = await aDiscussion(server, { in: round.space, by: round.member, body: `Was meint [@Ada Fragend](/person/${round.asker.id})?` });
    const FIND = '{ search(input: { text: "Ada Fragend", filters: { kinds: ["discussion"] } }) { hits { id } } }';
    const found = async () => (await server.data<{ search: { hits: { id: string }[] } }>(round.member.caller, FIND)).search.hits.map(({ id }) => id);
    await server.drain();
    expect(await found()).toContain(named.id);
    const poll = { id: uuidv7(), discussionId: discussion.id, question: 'Wann?', options: ['Heute', 'Morgen'], isMultiple: false, isAnonymous: false };
    const { askPoll } = await server.data<{ askPoll: { polls: { options: { id: string }[] }[] } }>(round.asker.caller, 'mutation ($input: AskPollInput!) { askPoll(input: $input) { polls { options { id } } } }', { input: poll });
    await server.data(round.asker.caller, 'mutation ($input: VoteInput!) { vote(input: $input) { id } }', { input: { pollId: poll.id, optionIds: [askPoll.polls[0]?.options[0]?.id] } });
    const taken = await server.app.inject({ method: 'GET', url: '/api/accounts/own-data', headers: { cookie: round.asker.caller.cookie ?? '' } });
    expect(taken.json<{ discussions: unknown }>().discussions).toMatchObject({ discussions: [{ title: 'Bleibt stehen' }], polls: [{ question: 'Wann?' }], votes: [{ choice: 'Heute' }], acceptedAnswers: [] });
    // Somebody who has left takes the vote along, but not the words it was given to.
    await server.data(round.member.caller, 'mutation ($input: VoteInput!) { vote(input: $input) { id } }', { input: { pollId: poll.id, optionIds: [askPoll.polls[0]?.options[1]?.id] } });
    await leave(server, round.space, round.member);
    const left = await server.app.inject({ method: 'GET', url: '/api/accounts/own-data', headers: { cookie: round.member.caller.cookie ?? '' } });
    expect(left.json<{ discussions: unknown }>().discussions).toMatchObject({ votes: [{ pollId: poll.id, question: null, choice: null }] });
    await join(server, round.space, round.member);
    await server.data(round.asker.caller, 'mutation ($input: DeleteOwnAccountInput!) { deleteOwnAccount(input: $input) }', { input: { currentPassword: round.asker.password } });
    server.clock.forward(14 * 86_400_000);
    await server.app.get(Outbox).runNow('accounts.erasure');
    const { discussion: read } = await server.data(round.member.caller, 'query ($slug: String!) { discussion(slug: $slug) { title author { name } polls { voterCount } } }', { slug: discussion.slug });
    expect(read).toEqual({ title: 'Bleibt stehen', author: { name: null }, polls: [{ voterCount: 1 }] });
    const { discussion: naming } = await server.data(round.member.caller, 'query ($slug: String!) { discussion(slug: $slug) { excerpt } }', { slug: named.slug });
    expect(naming).toEqual({ excerpt: 'Was meint ehemaliges Mitglied?' });
    await server.drain();
    expect(await found()).not.toContain(named.id);
  });
});
