import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Bookmarks } from '#bookmarks/server';
import { Notices } from '#notifications/server';
import { SpaceReaders } from '#spaces/server';

/** What hangs on a discussion beside its posts, when its readers change. */
@Injectable()
export class MovedSight {
  constructor(
    @Inject(SpaceReaders) private readonly readers: SpaceReaders,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Bookmarks) private readonly bookmarks: Bookmarks,
  ) {}

  /** What stays was moved along with the thread. Whoever does not read the new space keeps neither notices, on the page or waiting to be mailed, nor bookmarks, nor following. */
  async follow(tx: EntityManager, discussionId: string, fromSpaceId: string, toSpaceId: string): Promise<void> {
    const posts: { id: string }[] = await tx.query('select id from post where thread_id = $1', [discussionId]);
    const targetIds = [discussionId, ...posts.map(({ id }) => id)];
    const concerned: { id: string }[] = await tx.query(
      `select account_id as id from notice where group_kind = 'thread' and group_id = $1 or subject_id = any($2::uuid[])
       union select account_id from bookmark where target_id = any($2::uuid[])
       union select account_id from following where target_kind = 'thread' and target_id = $1`,
      [discussionId, targetIds],
    );
    const ids = concerned.map(({ id }) => id);
    const staying = new Set(await this.readers.among(tx, toSpaceId, ids));
    const losing = ids.filter((id) => !staying.has(id));
    if (losing.length > 0) {
      await this.notices.withdraw(tx, { group: { kind: 'thread', id: discussionId }, accountIds: losing }, fromSpaceId);
      await this.notices.withdraw(tx, { subjectIds: targetIds, accountIds: losing }, fromSpaceId);
      await this.bookmarks.withdraw(tx, 'discussion', [discussionId], losing);
      await this.bookmarks.withdraw(tx, 'post', targetIds, losing);
      await tx.query(`delete from following where target_kind = 'thread' and target_id = $1 and account_id = any($2::uuid[])`, [discussionId, losing]);
    }
  }
}
