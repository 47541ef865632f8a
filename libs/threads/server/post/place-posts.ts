import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ContentState } from '#access/server';
import type { Emit } from '#platform/server';
import type { ChangedThread } from '../thread/thread-news.js';
import { ThreadNews } from '../thread/thread-news.js';
import { postEvents } from '../threads.outbox.js';
import { PostStore } from './post-store.js';

/** A post and its thread, both locked, whoever asks. */
export interface LockedPost {
  readonly id: string;
  readonly authorId: string;
  readonly state: ContentState;
  readonly position: number | null;
  readonly isDeleted: boolean;
  readonly plainText: string;
  readonly thread: ChangedThread;
}

/** Into sight and out of it, as moderation decides; the right to it has been asked. */
@Injectable()
export class PlacePosts {
  constructor(
    @Inject(PostStore) private readonly store: PostStore,
    @Inject(ThreadNews) private readonly news: ThreadNews,
  ) {}

  /** Null for what does not exist. */
  async lock(tx: EntityManager, id: string): Promise<LockedPost | null> {
    const [thread]: ChangedThread[] = await tx.query(
      `select t.id, t.space_id as "spaceId", t.state, t.author_ids as "authorIds", t.subject_kind as "subjectKind", t.subject_id as "subjectId"
       from thread t where t.id = (select thread_id from post where id = $1) for no key update`,
      [id],
    );
    if (thread === undefined) return null;
    const [post]: Omit<LockedPost, 'thread'>[] = await tx.query(
      `select id, author_ids[1] as "authorId", state, position, deleted_at is not null as "isDeleted", plain_text as "plainText" from post where id = $1 and thread_id = $2 for no key update`,
      [id, thread.id],
    );
    return post === undefined ? null : { ...post, thread };
  }

  /** What was held takes its place at the end, as if it were written now. */
  async release(tx: EntityManager, emit: Emit, post: LockedPost): Promise<void> {
    const position = await this.store.place(tx, post.thread.id, post.id);
    emit(postEvents.written({ ...placeOf(post), byId: post.authorId }));
    await this.news.tell(tx, post.thread, 'written', { position, postId: post.id });
  }

  async hide(tx: EntityManager, emit: Emit, post: LockedPost, reason: string, byId: string | null): Promise<void> {
    await tx.query(`update post set state = 'hidden', hidden_reason = $2, hidden_by = $3 where id = $1`, [post.id, reason, byId]);
    await this.store.recount(tx, post.thread.id);
    emit(postEvents.hidden(placeOf(post)));
    await this.news.tell(tx, post.thread, 'hidden', { position: post.position, postId: post.id });
  }

  /** Back into sight; what never had a place gets one. */
  async show(tx: EntityManager, emit: Emit, post: LockedPost): Promise<void> {
    await tx.query(`update post set state = 'published', hidden_reason = null, hidden_by = null where id = $1`, [post.id]);
    if (post.position === null) {
      await this.release(tx, emit, post);
      return;
    }
    await this.store.recount(tx, post.thread.id);
    emit(postEvents.restored(placeOf(post)));
    await this.news.tell(tx, post.thread, 'restored', { position: post.position, postId: post.id });
  }
}

function placeOf({ id, thread }: LockedPost): { readonly postId: string; readonly threadId: string; readonly spaceId: string } {
  return { postId: id, threadId: thread.id, spaceId: thread.spaceId };
}
