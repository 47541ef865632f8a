import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Bookmarks } from '#bookmarks/server';
import { Cases } from '#moderation/server';
import { Following, Notices } from '#notifications/server';
import type { Emit } from '#platform/server';
import { postEvents } from '../threads.outbox.js';
import type { SubjectKey } from './threads.js';

/** Payloads of events stay small. */
const IDS_PER_EVENT = 500;

/** A subject goes for good, and with it its thread, every post, and what people had chosen or kept of these. Within the transaction that deletes the subject. */
@Injectable()
export class RemoveSubject {
  constructor(
    @Inject(Bookmarks) private readonly bookmarks: Bookmarks,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(Following) private readonly following: Following,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /** Whether somebody still has to judge one of its posts: until then it stays. */
  async isWaiting(tx: EntityManager, subject: SubjectKey): Promise<boolean> {
    const posts: { id: string }[] = await tx.query('select p.id from post p join thread t on t.id = p.thread_id where t.subject_kind = $1 and t.subject_id = $2', [subject.kind, subject.id]);
    return (await this.cases.waitingAmong(tx, 'post', posts.map(({ id }) => id))).size > 0;
  }

  async remove(tx: EntityManager, emit: Emit, subject: SubjectKey): Promise<void> {
    const [thread]: { id: string }[] = await tx.query('select id from thread where subject_kind = $1 and subject_id = $2 for update', [subject.kind, subject.id]);
    await this.bookmarks.forget(tx, subject.kind, [subject.id]);
    await this.notices.withdraw(tx, { subjectIds: [subject.id] });
    if (thread === undefined) return;
    const posts: { id: string }[] = await tx.query('select id from post where thread_id = $1', [thread.id]);
    const postIds = posts.map(({ id }) => id);
    await this.notices.withdraw(tx, { group: { kind: 'thread', id: thread.id } });
    await this.following.forget(tx, { kind: 'thread', id: thread.id });
    await this.bookmarks.forget(tx, 'post', postIds);
    await tx.query('delete from thread where id = $1', [thread.id]);
    for (let at = 0; at < postIds.length; at += IDS_PER_EVENT) emit(postEvents.removed({ threadId: thread.id, postIds: postIds.slice(at, at + IDS_PER_EVENT) }));
  }
}
