import { LeavingRegistry, OwnDataRegistry } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aRound, discussionsWithGround, type TestRound } from '../discussions.testing.js';

const SAVE = 'mutation ($input: SaveDiscussionDraftInput!) { saveDiscussionDraft(input: $input) { id version } }';
const WHOLE = '{ myDiscussionDrafts { id spaceId kind title topicIds body poll { id question options isMultiple isAnonymous closesOn } version space { name } } }';
const MINE = '{ myDiscussionDrafts { id title } }';
const ONE = 'query ($id: ID!) { discussionDraft(id: $id) { title version } }';
const DISCARD = 'mutation ($input: DiscardDiscussionDraftInput!) { discardDiscussionDraft(input: $input) }';
const OPEN = 'mutation ($input: OpenDiscussionInput!) { openDiscussion(input: $input) { id } }';

let server: TestServer;
let round: TestRound;
let asker: TestAccount;

beforeAll(async () => {
  server = await TestServer.start(discussionsWithGround);
});
beforeEach(async () => {
  round = await aRound(server);
  asker = round.asker;
});
afterAll(async () => server.stop());

const draft = (wishes: object = {}) => ({ id: uuidv7(), spaceId: round.space.id, kind: 'question', title: 'Wie fang', topicIds: [], body: 'Noch nicht', version: 0, ...wishes });
const save = async (input: object, by = asker) => (await server.data<{ saveDiscussionDraft: { id: string; version: number } }>(by.caller, SAVE, { input })).saveDiscussionDraft;
const titles = async (by = asker) => (await server.data<{ myDiscussionDrafts: { title: string }[] }>(by.caller, MINE)).myDiscussionDrafts.map(({ title }) => title);

describe('a discussion that is being written', () => {
  it('is kept with all its parts, several in one space at once, the newest first', async () => {
    const poll = { id: uuidv7(), question: 'Wann passt es', options: ['Montag', ''], isMultiple: true, isAnonymous: false, closesOn: '2027-02-03' };
    const topicIds = [uuidv7()];
    const whole = draft({ kind: 'exchange', topicIds, poll });
    await save(whole);
    server.clock.forward(1000);
    await save(draft({ title: '', body: '' }));
    const { myDiscussionDrafts } = await server.data<{ myDiscussionDrafts: object[] }>(asker.caller, WHOLE);
    expect(myDiscussionDrafts).toMatchObject([{ title: '', poll: null }, { ...whole, version: 1, space: { name: round.space.name } }]);
  });

  it('goes on from what was there; what was saved elsewhere meanwhile is not written over', async () => {
    const first = draft();
    expect(await save(first)).toMatchObject({ version: 1 });
    const onward = { ...first, body: 'Noch nicht, bald', version: 1 };
    expect(await save(onward)).toMatchObject({ version: 2 });
    // The same again, because the answer got lost on the way.
    expect(await save(onward)).toMatchObject({ version: 2 });
    expect(await server.refusal(asker.caller, SAVE, { input: { ...first, title: 'Vom Telefon', version: 1 } })).toMatchObject({ code: 'CONFLICT', reason: 'discussion.draftStale' });
    expect(await server.refusal(asker.caller, SAVE, { input: { ...first, title: 'Vom Telefon', version: 0 } })).toMatchObject({ reason: 'discussion.draftStale' });
    expect(await server.data(asker.caller, ONE, { id: first.id })).toEqual({ discussionDraft: { title: 'Wie fang', version: 2 } });
  });

  it('is gone once it was opened, and does not come back by a late saving', async () => {
    const { version: _, ...begun } = draft({ title: 'Wie fangen wir an?' });
    await save({ ...begun, version: 0 });
    await server.data(asker.caller, OPEN, { input: begun });
    expect(await titles()).toEqual([]);
    for (const version of [0, 1]) expect(await server.refusal(asker.caller, SAVE, { input: { ...begun, version } })).toMatchObject({ code: 'CONFLICT', reason: 'discussion.draftOpened' });
    expect(await titles()).toEqual([]);
  });

  it('can be thrown away, as often as one likes; another device that goes on hears of it', async () => {
    const input = draft();
    await save(input);
    for (const id of [input.id, input.id, uuidv7()]) expect(await server.data(asker.caller, DISCARD, { input: { id } })).toEqual({ discardDiscussionDraft: true });
    expect(await titles()).toEqual([]);
    expect(await server.refusal(asker.caller, SAVE, { input: { ...input, body: 'Weiter', version: 1 } })).toMatchObject({ reason: 'discussion.draftStale' });
    expect(await save({ ...input, body: 'Weiter', version: 0 })).toMatchObject({ version: 1 });
  });

  it('is nobody else’s: not of members, moderators or coordinators, and an id of somebody else tells nothing', async () => {
    const input = draft();
    await save(input);
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    for (const other of [round.member, round.moderator, round.stranger, coordinator]) {
      expect(await titles(other)).toEqual([]);
      expect(await server.data(other.caller, ONE, { id: input.id })).toEqual({ discussionDraft: null });
      expect(await server.data(other.caller, DISCARD, { input: { id: input.id } })).toEqual({ discardDiscussionDraft: true });
    }
    expect(await save({ ...input, title: 'Dieselbe Nummer' }, round.member)).toMatchObject({ version: 1 });
    expect(await titles()).toEqual(['Wie fang']);
  });

  it('is refused to guests and for a space out of sight; who loses sight keeps the words', async () => {
    const input = draft();
    for (const [what, variables] of [[SAVE, { input }], [MINE, {}], [ONE, { id: input.id }], [DISCARD, { input: { id: input.id } }]] as const) {
      expect(await server.refusal(null, what, variables)).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    for (const spaceId of [round.space.id, uuidv7()]) expect(await server.refusal(round.stranger.caller, SAVE, { input: draft({ spaceId }) })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    round = await aRound(server, { visibility: 'hidden' });
    asker = round.asker;
    Object.assign(input, { spaceId: round.space.id });
    await save(input);
    await server.db.query('delete from space_member where space_id = $1 and account_id = $2', [round.space.id, asker.id]);
    expect(await server.data(asker.caller, '{ myDiscussionDrafts { title body space { name } } }')).toEqual({ myDiscussionDrafts: [{ title: 'Wie fang', body: 'Noch nicht', space: null }] });
    expect(await server.refusal(asker.caller, SAVE, { input: { ...input, version: 1 } })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.data(asker.caller, DISCARD, { input: { id: input.id } })).toEqual({ discardDiscussionDraft: true });
  });

  it.each([
    ['a title that is a text', { title: 'x'.repeat(151) }, 'title', 'tooLong'],
    ['a text without end', { body: 'x'.repeat(50_001) }, 'body', 'tooLong'],
    ['topics without end', { topicIds: Array.from({ length: 9 }, () => uuidv7()) }, 'topicIds', 'tooMany'],
    ['a poll with a day that is none', { poll: { id: uuidv7(), question: '', options: [], isMultiple: false, isAnonymous: true, closesOn: 'bald' } }, 'poll.closesOn', 'badInput'],
    ['a poll with choices without end', { poll: { id: uuidv7(), question: '', options: Array.from({ length: 13 }, () => ''), isMultiple: false, isAnonymous: true, closesOn: '' } }, 'poll.options', 'tooMany'],
  ])('refuses %s', async (_what, wishes, field, reason) => {
    expect(await server.refusal(asker.caller, SAVE, { input: draft(wishes) })).toEqual({ code: 'BAD_USER_INPUT', reason, field });
  });

  it('is refused beyond fifty; those that are there can still be written on', async () => {
    const first = draft();
    await save(first);
    await server.db.query(
      `insert into discussion_draft select account_id, gen_random_uuid(), space_id, kind, title, topic_ids, body, poll, version, saved_at from discussion_draft, generate_series(1, 49) where account_id = $1`,
      [asker.id],
    );
    expect(await server.refusal(asker.caller, SAVE, { input: draft() })).toMatchObject({ code: 'CONFLICT', reason: 'discussion.tooManyDrafts' });
    expect(await save({ ...first, body: 'Weiter', version: 1 })).toMatchObject({ version: 2 });
    expect(await save(draft(), round.member)).toMatchObject({ version: 1 });
  });

  it('is taken along and goes with its writer; what others write loses the name', async () => {
    const goes = round.member;
    await save(draft({ title: 'Unfertig' }), goes);
    const open = draft({ body: `Frag [@Gerda Gehtfort](/person/${goes.id})` });
    await save(open);
    const own = server.app.get(OwnDataRegistry);
    expect((await own.of(goes.id))['discussions']).toMatchObject({ drafts: [{ title: 'Unfertig', body: 'Noch nicht' }] });
    await server.db.write({ accountId: null }, async (tx, emit) => server.app.get(LeavingRegistry).erase(tx, { id: goes.id, address: goes.address }, emit));
    expect(await server.db.query('select 1 from discussion_draft where account_id = $1', [goes.id])).toEqual([]);
    expect(await server.data(asker.caller, '{ myDiscussionDrafts { body } }')).toEqual({ myDiscussionDrafts: [{ body: 'Frag ehemaliges Mitglied' }] });
    // A tab that is still open would bring the name back.
    expect(await server.refusal(asker.caller, SAVE, { input: { ...open, body: `${open.body}!`, version: 1 } })).toMatchObject({ reason: 'discussion.draftStale' });
  });
});

describe('a discussion with a poll', () => {
  const poll = (wishes: object = {}) => ({ id: uuidv7(), question: 'Wann treffen wir uns?', options: ['Montag', 'Dienstag'], isMultiple: false, isAnonymous: true, ...wishes });
  const opening = (wishes: object = {}) => ({ id: uuidv7(), spaceId: round.space.id, kind: 'exchange', title: 'Ein Treffen im Mai', body: 'Bitte abstimmen.', topicIds: [], poll: poll(), ...wishes });
  const POLLS = 'query ($slug: String!) { discussion(slug: $slug) { polls { question options { text } } } }';

  it('is opened as one; sent twice it asks once', async () => {
    const input = opening();
    for (let tries = 0; tries < 2; tries += 1) await server.data(asker.caller, OPEN, { input });
    expect(await server.data(round.member.caller, POLLS, { slug: input.id })).toEqual({ discussion: { polls: [{ question: 'Wann treffen wir uns?', options: [{ text: 'Montag' }, { text: 'Dienstag' }] }] } });
  });

  it('is not opened without it: what is wrong is named, and nothing is there', async () => {
    const input = opening({ poll: poll({ closesAt: '2020-01-01T12:00:00Z' }) });
    expect(await server.refusal(asker.caller, OPEN, { input })).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.badPollEnd', field: 'poll.closesAt' });
    expect(await server.refusal(asker.caller, OPEN, { input: opening({ poll: poll({ options: ['Eine'] }) }) })).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.tooFewOptions', field: 'poll.options' });
    expect(await server.db.query('select 1 from discussion where id = $1', [input.id])).toEqual([]);
    // Mended it goes out under the same id.
    expect(await server.data(asker.caller, OPEN, { input: { ...input, poll: poll() } })).toEqual({ openDiscussion: { id: input.id } });
  });

  it('waits for the moderation as a whole, which reads the poll as well', async () => {
    await server.db.query('insert into moderation_settings (space_id, hold_first) values ($1, 1)', [round.space.id]);
    const input = opening({ poll: poll({ question: 'Was <b>nun</b>?' }) });
    await server.data(asker.caller, OPEN, { input });
    await server.drain();
    type Cases = { moderationCases: { nodes: { id: string; item: { version: string; html: string } }[] } };
    const { moderationCases } = await server.data<Cases>(round.moderator.caller, 'query ($spaceId: ID!) { moderationCases(spaceId: $spaceId) { nodes { id item { version html } } } }', { spaceId: round.space.id });
    const [held] = moderationCases.nodes;
    expect(held?.item.html).toContain('Was &lt;b&gt;nun&lt;/b&gt;?');
    expect(held?.item.html).toContain('Dienstag');
    await server.data(round.moderator.caller, 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }', { input: { caseId: held?.id, decision: 'release', itemVersion: held?.item.version } });
    expect(await server.data(round.member.caller, POLLS, { slug: input.id })).toMatchObject({ discussion: { polls: [{ question: 'Was <b>nun</b>?' }] } });
  });
});
