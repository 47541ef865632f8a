import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { holds, moderates, visibleTo, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import type { Verdict } from '#moderation/server';
import { Audit, CLOCK, Db, Secrets, type Clock } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { DiscussionNews } from '../discussion/discussion-news.js';
import { DiscussionGate } from '../discussion/discussion.gate.js';
import { canAskPoll, canSteer, canVote, type DiscussionRule } from '../discussion/discussion.policy.js';
import { UnheldWords } from '../discussion/unheld-words.js';

/** More than these in one discussion are a survey. */
export const POLLS_MAX = 5;
/** A poll nobody remembers says nothing. */
const LONGEST_MS = 366 * 86_400_000;

export interface PollRow {
  readonly id: string;
  readonly discussionId: string;
  readonly question: string;
  readonly isMultiple: boolean;
  readonly isAnonymous: boolean;
  readonly closesAt: Date | null;
  readonly closedAt: Date | null;
  readonly voterCount: number;
  readonly createdById: string | null;
  readonly createdAt: Date;
  readonly state: 'published' | 'hidden';
  readonly hiddenReason: string | null;
}

export interface PollOptionRow {
  readonly id: string;
  readonly pollId: string;
  readonly isAnonymous: boolean;
  readonly text: string;
  readonly voteCount: number;
  readonly viewerVoted: boolean;
}

export interface NewPoll {
  readonly id: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  readonly isAnonymous: boolean;
  readonly closesAt?: Date | null;
}

export interface PollRequest extends NewPoll {
  readonly discussionId: string;
}

const POLL_COLUMNS = `p.id, p.discussion_id as "discussionId", p.question, p.is_multiple as "isMultiple", p.is_anonymous as "isAnonymous", p.closes_at as "closesAt",
  p.closed_at as "closedAt", p.voter_count as "voterCount", p.created_by as "createdById", p.created_at as "createdAt", p.state, p.hidden_reason as "hiddenReason"`;

/** Polls in discussions. Votes are counted under the poll's lock, from what is there. */
@Injectable()
export class Polls {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(DiscussionGate) private readonly gate: DiscussionGate,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
    @Inject(UnheldWords) private readonly words: UnheldWords,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Sent twice it asks once. */
  async ask(viewer: Viewer, request: PollRequest): Promise<void> {
    const { accountId, lock, seen } = await this.gate.admit(viewer, request.discussionId, canAskPoll, 'discussion.mayNotAskPoll');
    const verdict = await this.verdictOn(viewer, seen.spaceId, request);
    await this.db.write(viewer, async (tx, emit) => {
      const row = await lock(tx);
      const isFirst = await this.isFirst(tx, viewer, row.id, request);
      if (!isFirst || verdict === null) return;
      const now = this.clock.now();
      if (isBadEnd(request.closesAt, now)) throw AppError.badInput('closesAt', 'discussion.badPollEnd');
      const [others]: { count: number }[] = await tx.query('select count(*)::int as count from poll where discussion_id = $1', [row.id]);
      if ((others?.count ?? 0) >= POLLS_MAX) throw AppError.conflict('discussion.tooManyPolls', { max: POLLS_MAX });
      await this.insert(tx, row.id, accountId, request, now);
      await this.words.record(tx, emit, { kind: 'poll', id: request.id, spaceId: row.spaceId, authorId: accountId, verdict });
      this.news.tell(tx, row, 'polls');
    });
  }

  /**
   * With the discussion that it is part of, in its transaction; its words were judged together with the others.
   * @throws {AppError} `discussion.badPollEnd` at `poll.closesAt`
   */
  async askWith(tx: EntityManager, viewer: Viewer, discussionId: string, poll: NewPoll): Promise<void> {
    const now = this.clock.now();
    if (isBadEnd(poll.closesAt, now)) throw AppError.badInput('poll.closesAt', 'discussion.badPollEnd');
    if (await this.isFirst(tx, viewer, discussionId, poll)) await this.insert(tx, discussionId, accountOf(viewer), poll, now);
  }

  /** Instead of what the viewer chose before. @returns the discussion it lies in. */
  async vote(viewer: Viewer, pollId: string, optionIds: readonly string[]): Promise<string> {
    const { seen, lock } = await this.admit(viewer, pollId, canVote, 'discussion.mayNotVote');
    await this.db.write(viewer, async (tx) => {
      const poll = await lock(tx);
      const now = this.clock.now();
      if (!isOpen(poll, now)) throw AppError.conflict('discussion.pollClosed');
      const chosen = [...new Set(optionIds)];
      if (chosen.length > 1 && !poll.isMultiple) throw AppError.badInput('optionIds', 'discussion.oneChoice');
      const known: unknown[] = await tx.query('select 1 from poll_option where poll_id = $1 and id = any($2::uuid[])', [pollId, chosen]);
      if (known.length !== chosen.length) throw AppError.badInput('optionIds', 'discussion.unknownOption');
      const voter = this.voterOf(viewer, poll);
      await tx.query('delete from poll_vote where poll_id = $1 and voter = $2', [pollId, voter]);
      // An anonymous vote keeps no time either: beside other logs it would name its voter.
      await tx.query('insert into poll_vote (option_id, poll_id, voter, voted_at) select o.id, $1, $2, $3 from unnest($4::uuid[]) o(id)', [pollId, voter, poll.isAnonymous ? null : now, chosen]);
      await countVotes(tx, pollId);
      this.news.tell(tx, seen, 'polls');
    });
    return seen.id;
  }

  /** Ended twice it keeps its first end. */
  async close(viewer: Viewer, pollId: string): Promise<string> {
    const { seen, lock } = await this.admit(viewer, pollId, canAskPoll, 'discussion.mayNotAskPoll');
    await this.db.write(viewer, async (tx) => {
      await lock(tx);
      await tx.query('update poll set closed_at = coalesce(closed_at, least(closes_at, $2)) where id = $1', [pollId, this.clock.now()]);
      this.news.tell(tx, seen, 'polls');
    });
    return seen.id;
  }

  /** With all its votes, by who moderates the space, also in closed discussions: what is asked can do harm like any other words. */
  async remove(viewer: Viewer, pollId: string): Promise<string> {
    const { seen, lock } = await this.admit(viewer, pollId, canSteer, 'discussion.moderatorsOnly');
    await this.db.write(viewer, async (tx) => {
      await lock(tx);
      await tx.query('delete from poll where id = $1', [pollId]);
      await this.audit.record(tx, viewer, { act: 'discussions.pollRemoved', subjectKind: 'discussion', subjectId: seen.id, spaceId: seen.spaceId });
      this.news.tell(tx, seen, 'polls');
    });
    return seen.id;
  }

  /** Polls of these discussions, the oldest first, also hidden ones: the caller has made sure that the viewer sees the discussions, and asks {@link seesPoll}. */
  async of(discussionIds: readonly string[]): Promise<readonly PollRow[]> {
    return this.db.hotQuery<PollRow>(`select ${POLL_COLUMNS} from poll p where p.discussion_id = any($1::uuid[]) order by p.created_at, p.id`, [discussionIds]);
  }

  async optionsOf(viewer: Viewer, polls: readonly PollRow[]): Promise<readonly PollOptionRow[]> {
    return this.db.hotQuery<PollOptionRow>(
      `select o.id, o.poll_id as "pollId", asked.is_anonymous as "isAnonymous", o.text, o.vote_count as "voteCount",
         exists (select from poll_vote v where v.option_id = o.id and v.voter = asked.voter) as "viewerVoted"
       from unnest($1::uuid[], $2::text[], $3::boolean[]) asked(id, voter, is_anonymous) join poll_option o on o.poll_id = asked.id order by o.poll_id, o.place`,
      [polls.map(({ id }) => id), polls.map((poll) => (viewer.accountId === null ? '' : this.voterOf(viewer, poll))), polls.map(({ isAnonymous }) => isAnonymous)],
    );
  }

  /** Who chose what in named polls, at most 100 of each choice. */
  async votersOf(optionIds: readonly string[]): Promise<readonly { readonly optionId: string; readonly accountId: string; readonly name: string | null }[]> {
    return this.db.hotQuery(
      `select v.option_id as "optionId", v.voter as "accountId", a.name from unnest($1::uuid[]) o(id)
       cross join lateral (select v.* from poll_vote v where v.option_id = o.id order by v.voted_at limit 100) v
       join poll p on p.id = v.poll_id and not p.is_anonymous
       left join account a on a.id = v.voter::uuid and a.deleted_at is null order by v.voted_at`,
      [optionIds],
    );
  }

  isOpen(poll: Pick<PollRow, 'closedAt' | 'closesAt' | 'state'>): boolean {
    return isOpen(poll, this.clock.now());
  }

  private async isFirst(tx: EntityManager, viewer: Viewer, discussionId: string, { id, question, options, isMultiple, isAnonymous, closesAt = null }: NewPoll): Promise<boolean> {
    return this.db.isFirst(tx, viewer, id, { discussionId, question, options, isMultiple, isAnonymous, closesAt });
  }

  private async insert(tx: EntityManager, discussionId: string, accountId: string, { id, question, options, isMultiple, isAnonymous, closesAt = null }: NewPoll, now: Date): Promise<void> {
    await tx.query(
      'insert into poll (id, discussion_id, question, is_multiple, is_anonymous, closes_at, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, discussionId, question, isMultiple, isAnonymous, closesAt, accountId, now],
    );
    await tx.query('insert into poll_option (id, poll_id, place, text) select o.id, $1, o.place, o.text from unnest($2::uuid[], $3::text[]) with ordinality o(id, text, place)', [
      id, options.map(() => uuidv7()), options,
    ]);
  }

  /** Null for the second try of what is there. */
  private async verdictOn(viewer: Viewer, spaceId: string, poll: PollRequest): Promise<Verdict | null> {
    const [asked] = await this.db.query('select 1 from poll where id = $1 and created_by = $2', [poll.id, viewer.accountId]);
    return asked === undefined ? this.words.judge(viewer, spaceId, wordsOf(poll)) : null;
  }

  private async admit(viewer: Viewer, pollId: string, rule: DiscussionRule, reason: string) {
    accountOf(viewer);
    const [poll] = await this.db.query<PollRow>(`select ${POLL_COLUMNS} from poll p where p.id = $1`, [pollId]);
    if (poll === undefined) throw AppError.notFound();
    const { seen, lock: lockDiscussion } = await this.gate.admit(viewer, poll.discussionId, rule, reason);
    if (!seesPoll(viewer, seen.spaceId, poll)) throw AppError.notFound();
    const isOwn = poll.createdById === viewer.accountId || moderates(viewer, seen.spaceId);
    if (rule === canAskPoll && !isOwn) throw AppError.forbidden(reason);
    const lock = async (tx: EntityManager): Promise<PollRow> => {
      // For voting the poll's own lock is enough: nobody who votes waits for who replies.
      if (rule !== canVote) await lockDiscussion(tx);
      const [row]: PollRow[] = await tx.query(`select ${POLL_COLUMNS} from poll p where p.id = $1 for update`, [pollId]);
      if (row === undefined) throw AppError.notFound();
      return row;
    };
    return { seen, lock };
  }

  /** Of an anonymous poll a keyed fingerprint: it keeps a person from voting twice, and nobody reads from it who that was. */
  private voterOf(viewer: Viewer, poll: Pick<PollRow, 'id' | 'isAnonymous'>): string {
    const accountId = accountOf(viewer);
    return poll.isAnonymous ? this.secrets.fingerprint('discussions.anonymousVote', `${poll.id} ${accountId}`) : accountId;
  }
}

/** What a poll says, as moderation looks at it. */
export const wordsOf = ({ question, options }: Pick<NewPoll, 'question' | 'options'>): string => [question, ...options].join('\n');

function isBadEnd(closesAt: Date | null | undefined, now: Date): boolean {
  return closesAt !== null && closesAt !== undefined && (closesAt <= now || closesAt.getTime() > now.getTime() + LONGEST_MS);
}

/** Within a discussion that the viewer sees: the one rule, asked for the poll itself. */
export function seesPoll(viewer: Viewer, spaceId: string, { id, state, createdById }: Pick<PollRow, 'id' | 'state' | 'createdById'>): boolean {
  return holds(visibleTo(viewer), { id, spaceId, state, authorIds: createdById === null ? [] : [createdById] });
}

/** Nobody votes on what is out of sight. */
function isOpen({ closedAt, closesAt, state }: Pick<PollRow, 'closedAt' | 'closesAt' | 'state'>, now: Date): boolean {
  return state === 'published' && closedAt === null && (closesAt === null || closesAt > now);
}

export async function countVotes(tx: EntityManager, pollId: string): Promise<void> {
  await tx.query('update poll_option set vote_count = (select count(*) from poll_vote v where v.option_id = poll_option.id) where poll_id = $1', [pollId]);
  await tx.query('update poll set voter_count = (select count(distinct voter) from poll_vote where poll_id = $1) where id = $1', [pollId]);
}
