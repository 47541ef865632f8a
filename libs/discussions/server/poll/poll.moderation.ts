import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { changedMeanwhile, ModeratedKinds, type ModeratedItem, type ModeratedKind, type ModerationAct } from '#moderation/server';
import { Audit, Db, type Emit } from '#platform/server';
import { renderMarkdown } from '#text/server';
import { DiscussionNews } from '../discussion/discussion-news.js';
import { DiscussionQueries } from '../discussion/discussion.queries.js';
import type { DiscussionRow } from '../discussion/discussion.row.js';

interface ModeratedRow extends Pick<ModeratedItem, 'id' | 'spaceId' | 'authorIds' | 'state' | 'title' | 'writtenAt'> {
  readonly options: readonly string[];
  readonly discussionTitle: string;
  readonly slug: string;
}

/** Polls as moderation sees them: question and choices are words like others, and one thing. Their votes are nobody's to judge. */
@Injectable()
export class PollModeration implements ModeratedKind {
  readonly kind = 'poll';

  constructor(
    @Inject(ModeratedKinds) kinds: ModeratedKinds,
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
  ) {
    kinds.register(this);
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ModeratedItem>> {
    const seenPoll = toSql(visibleTo(viewer), 'p', 2);
    const seenDiscussion = toSql(visibleTo(viewer), 'd', 2 + seenPoll.parameters.length);
    const rows = await this.db.query<ModeratedRow>(
      `select p.id, p.space_id as "spaceId", p.author_ids as "authorIds", p.state, p.question as title, p.created_at as "writtenAt", d.title as "discussionTitle", d.slug,
         array(select o.text from poll_option o where o.poll_id = p.id order by o.place) as options
       from discussion d
       join lateral (select x.*, d.space_id, array_remove(array[x.created_by], null) as author_ids from poll x where x.discussion_id = d.id and x.id = any($1::uuid[])) p on true
       where ${seenPoll.sql} and ${seenDiscussion.sql}`,
      [ids, ...seenPoll.parameters, ...seenDiscussion.parameters],
    );
    return new Map(rows.map((row) => [row.id, itemOf(row)]));
  }

  async hide(tx: EntityManager, _emit: Emit, act: ModerationAct): Promise<void> {
    const discussion = await this.locked(tx, act, 'published');
    await tx.query(`update poll set state = 'hidden', hidden_reason = $2, hidden_by = $3 where id = $1`, [act.id, act.reason, act.viewer.accountId]);
    await this.tell(tx, act, discussion, 'discussions.pollHidden');
  }

  async restore(tx: EntityManager, _emit: Emit, act: ModerationAct): Promise<void> {
    const discussion = await this.locked(tx, act, 'hidden');
    await tx.query(`update poll set state = 'published', hidden_reason = null, hidden_by = null where id = $1`, [act.id]);
    await this.tell(tx, act, discussion, 'discussions.pollShownAgain');
  }

  /** The discussion before its polls, as everywhere. */
  private async locked(tx: EntityManager, { id, viewer }: ModerationAct, state: 'published' | 'hidden'): Promise<DiscussionRow> {
    const [place]: { discussionId: string }[] = await tx.query('select discussion_id as "discussionId" from poll where id = $1', [id]);
    const discussion = place === undefined ? null : await this.discussions.lock(tx, viewer, place.discussionId);
    const [poll]: { state: string; discussionId: string }[] = await tx.query('select state, discussion_id as "discussionId" from poll where id = $1 for update', [id]);
    if (discussion === null || poll?.state !== state || poll.discussionId !== discussion.id) throw changedMeanwhile();
    return discussion;
  }

  private async tell(tx: EntityManager, { id, viewer }: ModerationAct, discussion: DiscussionRow, act: string): Promise<void> {
    await this.audit.record(tx, viewer, { act, subjectKind: 'poll', subjectId: id, spaceId: discussion.spaceId });
    this.news.tell(tx, discussion, 'polls');
  }
}

function itemOf({ options, discussionTitle, slug, ...row }: ModeratedRow): ModeratedItem {
  const path = `/d/${slug}`;
  return { ...row, path, html: renderMarkdown(options.map((option) => `- ${asTyped(option)}`).join('\n')).html, text: [row.title, ...options].join('\n'), context: { title: discussionTitle, path } };
}

/** Choices are plain text: no sign of theirs means anything in Markdown. */
export function asTyped(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`);
}
