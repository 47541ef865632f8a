import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { CLOCK, together, type Clock } from '#platform/server';
import { SpaceReaders } from '#spaces/server';
import type { ThreadRow } from '../thread/thread.row.js';
import type { PreparedText } from './post-texts.js';

export interface NewPost {
  readonly id: string;
  readonly authorId: string;
  readonly text: PreparedText;
  readonly replyToId: string | null;
  readonly isOpening: boolean;
  /** Reasons to hold it back; null: it is published at once. */
  readonly heldReasons: readonly string[] | null;
  /** Whether its author has read everything before it, and so this, too. */
  readonly hasReadAll: boolean;
}

/** The rows of posts; only called with the thread's row locked. */
@Injectable()
export class PostStore {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SpaceReaders) private readonly readers: SpaceReaders,
  ) {}

  /** With what it names and quotes. @returns its position; null where it is held back. */
  async add(tx: EntityManager, viewer: Viewer, thread: Pick<ThreadRow, 'id' | 'spaceId'>, post: NewPost): Promise<number | null> {
    const [position] = await together(this.insert(tx, thread, post), this.link(tx, viewer, post.id, thread.spaceId, post.text));
    return position;
  }

  /** One statement; what it names and quotes is left to {@link link}. @returns its position; null where it is held back. */
  async insert(tx: EntityManager, thread: Pick<ThreadRow, 'id' | 'spaceId'>, post: NewPost): Promise<number | null> {
    const now = this.clock.now();
    const { id, authorId, text, isOpening, heldReasons } = post;
    const isHeld = heldReasons !== null;
    const [row]: { position: number | null }[] = await tx.query(
      `with placed as (
         update thread set last_position = last_position + 1, post_count = post_count + 1, last_post_at = $8::timestamptz where id = $2::uuid and not $10::boolean returning last_position),
       -- What was put aside while writing has become this.
       done as (delete from post_draft where account_id = $4::uuid and thread_id = $2::uuid),
       read as (
         insert into thread_read (account_id, thread_id, position, read_at) select $4::uuid, $2::uuid, last_position, $8::timestamptz from placed where $13::boolean
         on conflict (account_id, thread_id) do update set position = excluded.position, read_at = excluded.read_at where thread_read.position < excluded.position)
       insert into post (id, thread_id, position, space_id, author_ids, state, is_opening, reply_to_id, body, html, plain_text, held_reasons, created_at)
       select $1::uuid, $2::uuid, (select last_position from placed), $3::uuid, array[$4::uuid], case when $10 then 'review' else 'published' end, $9::boolean,
         (select q.id from post q where q.id = $11::uuid and q.thread_id = $2 and q.state = 'published'), $5, $6, $7, $12::text[], $8::timestamptz
       returning position`,
      [id, thread.id, thread.spaceId, authorId, text.body, text.html, text.plainText, now, isOpening, isHeld, post.replyToId, heldReasons ?? [], post.hasReadAll],
    );
    return row?.position ?? null;
  }

  /** A held post takes its place at the end, as if it had been written now. */
  async place(tx: EntityManager, threadId: string, postId: string): Promise<number> {
    const [row]: { position: number }[] = await tx
      .query(
        `with placed as (update thread set last_position = last_position + 1, post_count = post_count + 1, last_post_at = $3 where id = $1 returning last_position)
         update post set state = 'published', held_reasons = '{}', created_at = $3, position = (select last_position from placed) where id = $2 returning position`,
        [threadId, postId, this.clock.now()],
      )
      .then(([rows]: [{ position: number }[]]) => rows);
    return row?.position ?? 0;
  }

  /** Counted anew under the thread's lock: adding and subtracting would drift. */
  async recount(tx: EntityManager, threadId: string): Promise<void> {
    await tx.query(
      `update thread set post_count = (select count(*) from post where thread_id = $1 and state = 'published' and deleted_at is null),
         last_post_at = (select created_at from post where thread_id = $1 and state = 'published' and deleted_at is null order by position desc limit 1) where id = $1`,
      [threadId],
    );
  }

  /** Notes whom a text names and what it quotes; only posts the writer may see count as quoted. */
  async link(tx: EntityManager, viewer: Viewer, id: string, spaceId: string, text: Pick<PreparedText, 'quotedIds' | 'mentionedIds'>, isNew = true): Promise<void> {
    if (!isNew) await this.unlink(tx, id, text.mentionedIds);
    if (text.mentionedIds.length > 0) {
      const readers = await this.readers.among(tx, spaceId, text.mentionedIds);
      await tx.query('insert into post_mention (post_id, account_id, is_reader) select $1, a.id, a.id = any($3::uuid[]) from unnest($2::uuid[]) a(id) on conflict do nothing', [id, text.mentionedIds, readers]);
    }
    if (text.quotedIds.length === 0) return;
    const seen = toSql(visibleTo(viewer), 'q', 3);
    const seenThread = toSql(visibleTo(viewer), 't', 3 + seen.parameters.length);
    const quoted: readonly { id: string }[] = await tx.query(
      `insert into post_quote (post_id, quoted_id)
       select $1, q.id from post q join thread t on t.id = q.thread_id
       where q.id = any($2::uuid[]) and q.id <> $1 and q.deleted_at is null and ${seen.sql} and ${seenThread.sql} returning quoted_id as id`,
      [id, text.quotedIds, ...seen.parameters, ...seenThread.parameters],
    );
    await this.countQuotes(tx, [id, ...quoted.map((row) => row.id)]);
  }

  /** Who is named still keeps being told. */
  private async unlink(tx: EntityManager, id: string, named: readonly string[]): Promise<void> {
    await tx.query('delete from post_mention where post_id = $1 and account_id <> all($2::uuid[])', [id, named]);
    const [rows]: [readonly { id: string }[]] = await tx.query('delete from post_quote where post_id = $1 returning quoted_id as id', [id]);
    if (rows.length > 0) await this.countQuotes(tx, [id, ...rows.map((row) => row.id)]);
  }

  /** In the order of their ids, so that two who quote the same posts do not wait for each other crosswise. */
  private async countQuotes(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query('select id from post where id = any($1::uuid[]) order by id for no key update', [ids]);
    await tx.query(
      `update post set quote_count = (select count(*) from post_quote l where l.post_id = post.id),
         quoted_by_count = (select count(*) from post_quote l where l.quoted_id = post.id) where id = any($1::uuid[])`,
      [ids],
    );
  }
}
