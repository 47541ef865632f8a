import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { changedMeanwhile, ModeratedKinds, type ModeratedItem, type ModeratedKind, type ModerationAct } from '#moderation/server';
import { Audit, Db, type Emit } from '#platform/server';
import { renderMarkdown } from '#text/server';
import { ReaderLinks, Threads } from '#threads/server';
import { DiscussionCopies } from './discussion/discussion-copies.js';
import { DiscussionNews } from './discussion/discussion-news.js';
import { DiscussionQueries } from './discussion/discussion.queries.js';
import type { DiscussionRow } from './discussion/discussion.row.js';
import { discussionEvents } from './discussions.outbox.js';
import { asTyped } from './poll/poll.moderation.js';

interface ModeratedRow extends Pick<ModeratedItem, 'id' | 'spaceId' | 'authorIds' | 'state' | 'title' | 'html' | 'text' | 'writtenAt'> {
  readonly slug: string;
  readonly polls: readonly PollWords[];
}

/** What a poll asks: it waits for the moderation with the discussion it was opened with. */
interface PollWords {
  readonly question: string;
  readonly options: readonly string[];
}

const POLLS = `(select coalesce(json_agg(json_build_object('question', o.question, 'options', (select json_agg(c.text order by c.place) from poll_option c where c.poll_id = o.id)) order by o.created_at, o.id), '[]')
  from poll o where o.discussion_id = d.id and d.state = 'review')`;

/** Discussions as moderation sees them: title and first post are one thing, held, hidden and released together. */
@Injectable()
export class DiscussionsModeration implements ModeratedKind {
  readonly kind = 'discussion';

  constructor(
    @Inject(ModeratedKinds) kinds: ModeratedKinds,
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(DiscussionCopies) private readonly copies: DiscussionCopies,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {
    kinds.register(this);
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ModeratedItem>> {
    const { sql, parameters } = toSql(visibleTo(viewer), 'd', 2);
    // A first post can be out of sight by itself; whoever reported the discussion must not read it here.
    const seenPost = toSql(visibleTo(viewer), 'q', 2 + parameters.length);
    const rows = await this.db.query<ModeratedRow>(
      `select d.id, d.space_id as "spaceId", d.author_ids as "authorIds", d.state, d.title, d.slug, coalesce(p.html, '') as html, coalesce(p.plain_text, '') as text, d.created_at as "writtenAt", ${POLLS} as polls
       from discussion d left join lateral (select q.html, q.plain_text from post q where q.thread_id = d.id and q.is_opening and q.deleted_at is null and ${seenPost.sql} limit 1) p on true
       where d.id = any($1::uuid[]) and d.merged_into_id is null and ${sql}`,
      [ids, ...parameters, ...seenPost.parameters],
    );
    const shown = await this.links.shownIn(viewer, rows);
    return new Map(shown.map(({ slug, polls, ...row }) => [row.id, { ...row, html: row.html + polls.map(htmlOf).join(''), text: textOf(row.title, row.text, polls), path: `/d/${slug}`, context: null }]));
  }

  async hide(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void> {
    const row = await this.locked(tx, act, ['published']);
    await this.set(tx, emit, act, row, 'hidden');
    await this.record(tx, act, row, 'discussions.hidden');
  }

  async restore(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void> {
    const row = await this.locked(tx, act, ['hidden']);
    await this.set(tx, emit, act, row, 'published');
    await this.publishFirstPost(tx, emit, row);
    await this.record(tx, act, row, 'discussions.shownAgain');
  }

  async release(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void> {
    const row = await this.locked(tx, act, ['review']);
    // Title and post can be mended while they are held: nothing is published that the moderator has not read.
    const text = await this.textOf(tx, row);
    if ((act.seenText ?? text) !== text) throw changedMeanwhile();
    await this.set(tx, emit, act, row, 'published');
    await this.publishFirstPost(tx, emit, row);
    this.news.tellOpened(tx, row.spaceId);
    emit(discussionEvents.opened({ discussionId: row.id, spaceId: row.spaceId, byId: row.authorIds[0] ?? null }));
  }

  async reject(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void> {
    await this.set(tx, emit, act, await this.locked(tx, act, ['review']), 'hidden');
  }

  private async locked(tx: EntityManager, { id, viewer }: ModerationAct, states: readonly DiscussionRow['state'][]): Promise<DiscussionRow> {
    const row = await this.discussions.lock(tx, viewer, id);
    if (row === null || !states.includes(row.state)) throw changedMeanwhile();
    return row;
  }

  private async set(tx: EntityManager, emit: Emit, { viewer, reason }: ModerationAct, row: DiscussionRow, state: 'published' | 'hidden'): Promise<void> {
    const { id, spaceId } = row;
    const isHidden = state === 'hidden';
    await tx.query('update discussion set state = $2, hidden_reason = $3, hidden_by = $4 where id = $1', [id, state, isHidden ? reason : null, isHidden ? viewer.accountId : null]);
    await this.threads.sync(tx, emit, { kind: 'discussion', id }, { state });
    this.news.tell(tx, row, 'state');
    emit(discussionEvents.stateChanged({ discussionId: id, spaceId, byId: viewer.accountId, state }));
  }

  private async textOf(tx: EntityManager, { id, title }: DiscussionRow): Promise<string> {
    const [there]: { text: string; polls: readonly PollWords[] }[] = await tx.query(
      `select coalesce((select p.plain_text from post p where p.thread_id = d.id and p.is_opening and p.deleted_at is null), '') as text, ${POLLS} as polls from discussion d where d.id = $1`,
      [id],
    );
    return textOf(title, there?.text ?? '', there?.polls ?? []);
  }

  /** The first post of what was held back was held with it. */
  private async publishFirstPost(tx: EntityManager, emit: Emit, { id }: DiscussionRow): Promise<void> {
    const [post]: { id: string }[] = await tx.query(`select id from post where thread_id = $1 and is_opening and state = 'review' and deleted_at is null`, [id]);
    if (post !== undefined) await this.threads.release(tx, emit, post.id);
    await this.copies.refresh(tx, [id]);
  }

  private async record(tx: EntityManager, { viewer }: ModerationAct, { id, spaceId }: DiscussionRow, act: string): Promise<void> {
    await this.audit.record(tx, viewer, { act, subjectKind: 'discussion', subjectId: id, spaceId });
  }
}

/** What watched words are looked for in, and what a release is compared by. */
function textOf(title: string, firstPost: string, polls: readonly PollWords[]): string {
  return [title, firstPost, ...polls.flatMap(({ question, options }) => [question, ...options])].join('\n');
}

const htmlOf = ({ question, options }: PollWords): string => renderMarkdown(`**${asTyped(question)}**\n\n${options.map((option) => `- ${asTyped(option)}`).join('\n')}`).html;
