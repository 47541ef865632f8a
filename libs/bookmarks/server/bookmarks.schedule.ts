import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from '#notifications/server';
import { Db, Outbox } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { SpaceIdentity } from '#spaces/server';
import { BookmarkQueries } from './bookmark/bookmark.queries.js';
import { REMINDER } from './bookmarks.notices.js';

/** Reminds on the morning of the day that was set. Running it twice reminds once; a missed day is made up for. */
@Injectable()
export class BookmarksSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(SpaceIdentity) private readonly identity: SpaceIdentity,
    @Inject(BookmarkQueries) private readonly bookmarks: BookmarkQueries,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'bookmarks.remind', cron: '0 7 * * *', run: async () => this.remind() });
  }

  async remind(): Promise<void> {
    const due = await this.db.query<{ accountId: string; ids: readonly string[] }>(
      `select account_id as "accountId", array_agg(id) as ids from bookmark
       where remind_on <= $1::date and reminded_on is distinct from remind_on group by account_id`,
      [this.bookmarks.today()],
    );
    for (const { accountId, ids } of due) await this.remindOne(accountId, ids);
  }

  /** Of what is out of sight this morning nobody is reminded later either: the day has passed. */
  private async remindOne(accountId: string, ids: readonly string[]): Promise<void> {
    const viewer = await this.identity.viewerOf(accountId);
    const inSight = viewer === null ? [] : await this.bookmarks.byIds(viewer, ids);
    await this.db.write({ accountId: null }, async (tx) => {
      // What another process reminded of meanwhile, or the person changed, is no longer among them.
      const [rows]: [{ id: string }[], number] = await tx.query(
        `update bookmark set reminded_on = remind_on
         where id = any($1::uuid[]) and remind_on <= $2::date and reminded_on is distinct from remind_on returning id`,
        [ids, this.bookmarks.today()],
      );
      for (const { id, spaceId } of inSight.filter((bookmark) => rows.some((row) => row.id === bookmark.id))) {
        await this.notices.tell(tx, {
          occasionId: uuidv7(), kind: REMINDER, subjectId: id, group: { kind: 'bookmark', id }, spaceId, actorId: null, to: [{ accountId, reason: 'reminder' }],
        });
      }
    });
  }
}
