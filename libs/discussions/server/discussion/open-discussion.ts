import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db, RateLimits, type Limit } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { discussionEvents } from '../discussions.outbox.js';
import { DiscussionDrafts } from '../draft/discussion-drafts.js';
import { Polls, wordsOf, type NewPoll } from '../poll/polls.js';
import { DiscussionNews } from './discussion-news.js';
import { DiscussionGate } from './discussion.gate.js';
import { DiscussionQueries } from './discussion.queries.js';
import type { DiscussionKind } from './discussion.state.js';
import { FirstWords } from './first-words.js';
import { NewDiscussions } from './new-discussions.js';

/** Each is a notice to everybody who follows the space. */
export const OPENING: Limit = { name: 'discussions.open', tries: 30, withinSeconds: 3600 };

export interface OpenRequest {
  readonly id: string;
  readonly spaceId: string;
  readonly kind: DiscussionKind;
  readonly title: string;
  readonly body: string;
  readonly topicIds: readonly string[];
  readonly poll?: NewPoll | null;
}

/** A new discussion with its thread and first post. */
@Injectable()
export class OpenDiscussion {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(DiscussionGate) private readonly gate: DiscussionGate,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(NewDiscussions) private readonly rows: NewDiscussions,
    @Inject(FirstWords) private readonly words: FirstWords,
    @Inject(Polls) private readonly polls: Polls,
    @Inject(DiscussionDrafts) private readonly drafts: DiscussionDrafts,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
  ) {}

  /** Sent twice it opens one. */
  async open(viewer: Viewer, request: OpenRequest): Promise<void> {
    const { id, spaceId, kind, title, body, topicIds } = request;
    const poll = request.poll ?? null;
    const { accountId } = await this.gate.admitToSpace(viewer, spaceId);
    await this.limits.count(OPENING, `account:${accountId}`);
    const postId = uuidv7();
    const text = this.words.prepare(postId, body);
    // The second try of what is there must not be refused as too soon.
    const verdict = (await this.discussions.byId(viewer, id)) === null ? await this.words.judge(viewer, spaceId, poll === null ? title : `${title}\n${wordsOf(poll)}`, text) : null;
    await this.db.write(viewer, async (tx, emit) => {
      await this.drafts.forget(tx, accountId, id);
      if (!(await this.db.isFirst(tx, viewer, id, { spaceId, kind, title, body, topicIds, ...(poll !== null && { poll }) })) || verdict === null) return;
      await this.rows.insert(tx, { id, spaceId, authorId: accountId, state: verdict.outcome === 'hold' ? 'review' : 'published', kind, title, topicIds });
      await this.words.write(tx, emit, viewer, { id, spaceId, accountId, postId, text, verdict });
      if (poll !== null) await this.polls.askWith(tx, viewer, id, poll);
      if (verdict.outcome === 'hold') return;
      this.news.tellOpened(tx, spaceId);
      emit(discussionEvents.opened({ discussionId: id, spaceId, byId: accountId }));
    });
  }
}
