import type { TestAccount } from '#accounts/server/testing';
import { aDiscussion, aReply } from '#discussions/server/testing';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';

/** What of a closed world is about discussions. */
export interface ClosedDiscussions {
  readonly discussionId: string;
  readonly discussionSlug: string;
  readonly replyId: string;
  readonly pollId: string;
  readonly optionId: string;
  /** What the insider is writing. */
  readonly draftId: string;
}

interface Place {
  readonly space: { readonly id: string };
  readonly insider: TestAccount;
  /** Followed and kept it while they belonged here. */
  readonly former: TestAccount;
  readonly mark: (field: string) => string;
}

/** A question with an accepted answer and a poll, as its members made them, and one that moderation has hidden. */
export async function closedDiscussions(server: TestServer, { space, insider, former, mark }: Place): Promise<ClosedDiscussions> {
  const { db } = server;
  const discussion = await aDiscussion(server, { in: space, by: insider, title: mark('Diskussionstitel'), body: mark('Diskussionstext') });
  const replyId = await aReply(server, insider, discussion, mark('Antworttext'));
  await server.data(insider.caller, 'mutation ($input: AnswerInput!) { acceptAnswer(input: $input) { id } }', { input: { discussionId: discussion.id, postId: replyId } });
  const pollId = uuidv7();
  await server.data(insider.caller, 'mutation ($input: AskPollInput!) { askPoll(input: $input) { id } }', {
    input: { id: pollId, discussionId: discussion.id, question: mark('Umfrage'), options: [mark('Wahl'), mark('Wahl')], isMultiple: false, isAnonymous: false },
  });
  const [option] = await db.query<{ id: string }>('select id from poll_option where poll_id = $1 order by place', [pollId]);
  const optionId = option?.id ?? '';
  await server.data(insider.caller, 'mutation ($input: VoteInput!) { vote(input: $input) { id } }', { input: { pollId, optionIds: [optionId] } });
  await db.query('update discussion set closed_at = now(), closed_reason = $2 where id = $1', [discussion.id, mark('Schlussgrund')]);
  await db.query(`insert into following (account_id, target_kind, target_id, level, since) values ($1, 'thread', $2, 'all', now())`, [former.id, discussion.id]);
  await db.query(`insert into bookmark (id, account_id, kind, target_id, note, created_at) values ($1, $2, 'discussion', $3, '', now())`, [uuidv7(), former.id, discussion.id]);
  const hidden = await aDiscussion(server, { in: space, by: insider, title: mark('Verborgenerdiskussionstitel'), body: mark('Verborgenerdiskussionstext') });
  await db.query(`update discussion set state = 'hidden', hidden_reason = $2 where id = $1`, [hidden.id, mark('Diskussionsgrund')]);
  await db.query(`update thread set state = 'hidden' where id = $1`, [hidden.id]);
  const draftId = uuidv7();
  await server.data(insider.caller, 'mutation ($input: SaveDiscussionDraftInput!) { saveDiscussionDraft(input: $input) { id } }', {
    input: {
      id: draftId, spaceId: space.id, kind: 'exchange', title: mark('Entwurfstitel'), topicIds: [], body: mark('Entwurfstext'), version: 0,
      poll: { id: uuidv7(), question: mark('Entwurfsumfrage'), options: [mark('Entwurfswahl')], isMultiple: false, isAnonymous: false, closesOn: '' },
    },
  });
  // Also one who has left since was writing something; the words are theirs, the space's name no longer.
  await db.query(`insert into discussion_draft (account_id, id, space_id, kind, title, body, version, saved_at) values ($1, $2, $3, 'question', 'Mein Anfang', 'Meine Worte', 1, now())`, [former.id, draftId, space.id]);
  return { discussionId: discussion.id, discussionSlug: discussion.slug, replyId, pollId, optionId, draftId };
}
