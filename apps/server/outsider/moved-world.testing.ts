import type { TestAccount } from '#accounts/server/testing';
import { aDiscussion, aReply, type TestDiscussion } from '#discussions/server/testing';
import type { Caller, TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aTopic } from '#topics/server/testing';
import { aSpace, type TestSpace } from '../../../libs/spaces/server/spaces.testing.js';
import { aTip } from '../../../libs/tips/server/tips.testing.js';
import { mark, type ClosedWorld, type People } from './closed-world.testing.js';

/** A discussion that everybody could read until it was moved into a hidden space, and what it left where it lay. */
export interface MovedWorld {
  /** The names of a hidden world, with those of the discussion, its thread, a post, a poll, and of what was told of it. */
  readonly gone: ClosedWorld;
  /** Where it lies now. */
  readonly space: TestSpace;
  /** What is open to everybody and had to do with it. */
  readonly remains: Remains;
  /** Everything by which it could be recognised. */
  readonly traces: readonly string[];
}

export interface Remains {
  readonly space: TestSpace;
  /** Had a post at position 2 that went along. */
  readonly discussion: TestDiscussion;
  /** Answers, with the words of a quotation, the post that went along. */
  readonly answerId: string;
  /** The address of a discussion that became part of the one that went. */
  readonly mergedSlug: string;
  /** Made of the discussion that went. */
  readonly tipSlug: string;
  /** Of the one who stayed: shows what the open space holds. */
  readonly feedPath: string;
  /** For whatever asks by name. */
  readonly openNames: Readonly<Record<string, unknown>>;
}

const CALLS = {
  split: 'mutation ($input: SplitDiscussionInput!) { splitDiscussion(input: $input) { id } }',
  merge: 'mutation ($input: MergeDiscussionsInput!) { mergeDiscussions(input: $input) { id } }',
  edit: 'mutation ($input: EditDiscussionInput!) { editDiscussion(input: $input) { id } }',
  accept: 'mutation ($input: AnswerInput!) { acceptAnswer(input: $input) { id } }',
  react: 'mutation ($input: PostReactionInput!) { react(input: $input) { id } }',
  reply: 'mutation ($input: WritePostInput!) { writePost(input: $input) { id } }',
  follow: 'mutation ($input: SetFollowLevelInput!) { setFollowLevel(input: $input) { id } }',
  keep: 'mutation ($input: SetBookmarkInput!) { setBookmark(input: $input) { id } }',
  draft: 'mutation ($input: SavePostDraftInput!) { savePostDraft(input: $input) { version } }',
  read: 'mutation ($input: ReadThreadInput!) { readThread(input: $input) { id } }',
  report: 'mutation ($input: ReportItemInput!) { reportItem(input: $input) { id } }',
  decide: 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }',
  mails: 'mutation ($input: SetSpaceMailPolicyInput!) { setSpaceMailPolicy(input: $input) { id } }',
} as const;

export async function aMovedWorld(server: TestServer, hidden: ClosedWorld, { moderator, insider, leftBehind }: People): Promise<MovedWorld> {
  const send = async <Data = Record<string, unknown>>(by: TestAccount, call: string, input: object): Promise<Data> => server.data<Data>(by.caller, call, { input });
  const open = await aSpace(server, { visibility: 'public', name: 'Offener Raum', members: [[moderator, 'moderator'], [insider, 'author'], [leftBehind, 'member']] });
  const inside = await aSpace(server, { visibility: 'hidden', name: mark('Zielraum'), members: [[moderator, 'moderator'], [insider, 'author']] });
  // Mails and feeds of the hidden space carry everything: so nothing but sight keeps words in it.
  await send(moderator, CALLS.mails, { spaceId: inside.id, policy: 'full' });

  // The discussion, and how somebody took part who stays outside.
  const gone = await aDiscussion(server, { in: open, by: insider, title: mark('Umzugstitel'), body: mark('Umzugstext') });
  const own = await aReply(server, leftBehind, gone, 'Eigene Worte vor dem Umzug.');
  const postId = await aReply(server, insider, gone, `${mark('Umzugsantwort')} an [@${leftBehind.name}](/person/${leftBehind.id})`);
  for (const target of [{ kind: 'discussion', targetId: gone.id }, { kind: 'post', targetId: postId }]) await send(leftBehind, CALLS.keep, { id: uuidv7(), ...target, note: 'Wichtig' });
  await send(leftBehind, CALLS.follow, { kind: 'thread', id: gone.id, level: 'all' });
  await send(leftBehind, CALLS.draft, { threadId: gone.id, body: 'Noch nicht fertig.', version: 0 });
  await send(leftBehind, CALLS.read, { threadId: gone.id, position: 2 });
  await send(leftBehind, CALLS.react, { postId, kind: 'helpful' });
  await send(leftBehind, CALLS.report, { kind: 'post', itemId: postId, reason: 'insult', words: 'Das geht so nicht.' });
  await send(insider, CALLS.report, { kind: 'post', itemId: own, reason: 'insult', words: mark('Umzugsmeldung') });
  const poll = await aPollIn(server, gone, insider, leftBehind);

  // What stays: a discussion of which a part goes, one that was merged into it, a tip made of it.
  const stays = await aDiscussion(server, { in: open, by: insider, title: 'Was bleibt', body: 'Offene Frage' });
  const part = await aReply(server, insider, stays, mark('Abgetrennt'));
  const answerId = uuidv7();
  await send(leftBehind, CALLS.reply, { id: answerId, threadId: stays.id, replyToId: part, body: `> Worte von dort\n>\n> — [Ines](/beitrag/${part})\n\nDazu eine Antwort.` });
  const branch = { id: uuidv7(), discussionId: stays.id, postIds: [part], kind: 'question', title: mark('Abgetrennter'), topicIds: [] };
  await send(moderator, CALLS.split, branch);
  const merged = await aDiscussion(server, { in: open, by: insider, title: 'Dasselbe', body: mark('Zusammengeführt') });
  await send(moderator, CALLS.merge, { fromDiscussionId: merged.id, intoDiscussionId: gone.id });
  const topic = await aTopic(server, { name: 'Offenes Thema' });
  const tip = await aTip(server, { in: open, by: insider, title: 'Ein offener Tipp', topics: [topic] });
  await server.db.query('insert into harvest (tip_id, discussion_id, from_space_id, made_by, created_at) values ($1, $2, $3, $4, now())', [tip.id, gone.id, open.id, insider.id]);
  await server.db.query(`insert into harvest_voice (tip_id, account_id, consent, wants_credit, asked_at) values ($1, $2, 'verbatim', true, now())`, [tip.id, leftBehind.id]);
  const { createFeed } = await send<{ createFeed: { address: string } }>(leftBehind, 'mutation ($input: CreateFeedInput!) { createFeed(input: $input) { address } }', { spaceId: open.id });

  // Notices are there, and their mails wait; then everything goes.
  await server.drain();
  const [notice] = await server.db.query<{ id: string }>(`select id from notice where account_id = $1 and group_id = $2 and mail in ('due', 'digest') limit 1`, [leftBehind.id, gone.id]);
  if (notice === undefined) throw new Error('nothing was told before the move');
  for (const { id } of [gone, branch]) await move(server, moderator.caller, id, inside.id);
  // And there it goes on, towards whoever stayed outside, too.
  const version = await server.data<{ discussion: { version: number } }>(insider.caller, 'query ($id: String!) { discussion(slug: $id) { version } }', { id: gone.id });
  await send(moderator, CALLS.edit, { discussionId: gone.id, baseVersion: version.discussion.version, kind: 'question', title: mark('Neutitel'), topicIds: [] });
  await send(insider, CALLS.reply, { id: uuidv7(), threadId: gone.id, replyToId: own, body: `> Eigene Worte\n>\n> — [L](/beitrag/${own})\n\n${mark('Danach')} [@${leftBehind.name}](/person/${leftBehind.id})` });
  await send(insider, CALLS.accept, { discussionId: gone.id, postId: own });
  await send(insider, CALLS.react, { postId: own, kind: 'thanks' });
  const caseId = await decideCases(server, moderator.caller, [postId, own]);
  await server.drain();
  return {
    gone: {
      ...hidden, discussionId: gone.id, discussionSlug: gone.slug, threadId: gone.id, postId, replyId: own, deletedPostId: own, ...poll, noticeId: notice.id, caseId,
      item: { kind: 'post', id: postId }, reportable: { kind: 'discussion', id: gone.id }, followed: { kind: 'thread', id: gone.id },
    },
    space: inside,
    remains: { space: open, discussion: stays, answerId, mergedSlug: merged.slug, tipSlug: tip.slug, feedPath: new URL(createFeed.address).pathname, openNames: { space: open.slug, topic: topic.slug, slug: topic.slug, id: leftBehind.id } },
    traces: [inside.id, inside.slug, gone.id, gone.slug, branch.id],
  };
}

async function aPollIn(server: TestServer, { id }: TestDiscussion, asker: TestAccount, voter: TestAccount): Promise<{ pollId: string; optionId: string }> {
  const pollId = uuidv7();
  await server.data(asker.caller, 'mutation ($input: AskPollInput!) { askPoll(input: $input) { id } }', {
    input: { id: pollId, discussionId: id, question: mark('Umzugsumfrage'), options: [mark('Umzugswahl'), mark('Umzugswahl')], isMultiple: false, isAnonymous: false },
  });
  const [option] = await server.db.query<{ id: string }>('select id from poll_option where poll_id = $1 order by place', [pollId]);
  await server.data(voter.caller, 'mutation ($input: VoteInput!) { vote(input: $input) { id } }', { input: { pollId, optionIds: [option?.id] } });
  return { pollId, optionId: option?.id ?? '' };
}

async function move(server: TestServer, moderator: Caller, discussionId: string, toSpaceId: string): Promise<void> {
  const input = { discussionId, toSpaceId };
  await server.data(moderator, 'mutation ($input: MoveDiscussionInput!) { moveDiscussion(input: $input) { id } }', { input });
}

/** Against what is reported; @returns the first of them. */
async function decideCases(server: TestServer, moderator: Caller, itemIds: readonly string[]): Promise<string> {
  const { moderationCases } = await server.data<{ moderationCases: { nodes: { id: string; item: { id: string } }[] } }>(moderator, '{ moderationCases { nodes { id item { id } } } }');
  const ids = itemIds.map((itemId) => moderationCases.nodes.find(({ item }) => item.id === itemId)?.id ?? '');
  for (const caseId of ids) await server.data(moderator, CALLS.decide, { input: { caseId, decision: 'hide', reason: 'insult', note: 'Bitte sachlich bleiben.' } });
  return ids[0] ?? '';
}
