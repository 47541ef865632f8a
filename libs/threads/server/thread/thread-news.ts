import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Live, type LiveData } from '#platform/server';
import type { ThreadRow } from './thread.row.js';
import { ThreadSubjects } from './thread-subjects.js';

export type ChangedThread = Pick<ThreadRow, 'id' | 'spaceId' | 'state' | 'authorIds' | 'subjectKind' | 'subjectId'>;

/** What happened, for open pages. */
export type ThreadHappening = 'written' | 'edited' | 'deleted' | 'restored' | 'hidden' | 'held' | 'moved' | 'reacted' | 'quoted' | 'changed';

/** At the end of each change of a thread: its subject takes over what it copies, open pages hear of it at the commit. */
@Injectable()
export class ThreadNews {
  constructor(
    @Inject(Live) private readonly live: Live,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
  ) {}

  async tell(tx: EntityManager, thread: ChangedThread, happening: ThreadHappening, data: LiveData = {}): Promise<void> {
    await this.subjects.changed(tx, thread);
    this.publish(tx, thread, happening, data);
  }

  /** Who sees a held post: its author and the moderators. */
  tellHeld(tx: EntityManager, thread: ChangedThread, authorId: string): void {
    this.live.publish(tx, { topic: 'thread', id: thread.id, spaceId: thread.spaceId, state: 'review', authorIds: [authorId], data: { happening: 'held' } });
  }

  /** Reactions change no copy. */
  publish(tx: EntityManager, thread: ChangedThread, happening: ThreadHappening, data: LiveData): void {
    this.live.publish(tx, { topic: 'thread', id: thread.id, spaceId: thread.spaceId, state: thread.state, authorIds: thread.authorIds, data: { happening, ...data } });
  }

  /** The posts of the same thread that a post quotes say so now; those of others say it when they are opened next. */
  async tellQuoted(tx: EntityManager, thread: ChangedThread, postId: string): Promise<void> {
    const quoted: { readonly id: string; readonly position: number }[] = await tx.query(
      'select q.id, q.position from post_quote l join post q on q.id = l.quoted_id where l.post_id = $1 and q.thread_id = $2 and q.position is not null order by q.position limit 20',
      [postId, thread.id],
    );
    const { id, spaceId, state, authorIds } = thread;
    this.live.publish(tx, ...quoted.map((post) => ({ topic: 'thread', id, spaceId, state, authorIds, data: { happening: 'quoted', position: post.position, postId: post.id } })));
  }

  /** The person's other tabs and devices. */
  tellRead(tx: EntityManager, thread: Pick<ThreadRow, 'id' | 'spaceId'>, accountId: string, position: number): void {
    this.live.publish(tx, { topic: 'threadRead', id: thread.id, spaceId: null, accountIds: [accountId], data: { position } });
  }
}
