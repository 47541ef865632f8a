import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { accountOf, memberOf } from '#accounts/server';
import { Notices } from '#notifications/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { BookmarkKinds, type BookmarkTarget } from '../contribution/bookmark-kinds.js';
import { dayOf, isDay } from './bookmark-day.js';
import type { SetBookmarkInput } from './bookmark.inputs.js';
import { BookmarkQueries, type BookmarkRow } from './bookmark.queries.js';
import { Bookmarks } from './bookmarks.js';

/** More than anybody keeps by hand; bounds what a list has to look through. */
const BOOKMARKS_MAX = 2000;
const YEARS_AHEAD = 5;

/** Keeping and no longer keeping. */
@Injectable()
export class BookmarkService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BookmarkKinds) private readonly kinds: BookmarkKinds,
    @Inject(BookmarkQueries) private readonly bookmarks: BookmarkQueries,
    @Inject(Bookmarks) private readonly kept: Bookmarks,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  async set(viewer: Viewer, input: SetBookmarkInput): Promise<BookmarkRow> {
    const accountId = memberOf(viewer);
    const [card] = await this.kinds.cardsOf(viewer, [input]);
    if (!card) throw AppError.notFound();
    const { id, kind, targetId, note = '', remindOn = null } = input;
    await this.db.write(viewer, async (tx) => {
      // One after the other for one account, so that the bound holds and two clicks make one bookmark.
      await tx.query('select from account where id = $1 for no key update', [accountId]);
      const [known]: { id: string; remindOn: string | null }[] = await tx.query(
        'select id, remind_on::text as "remindOn" from bookmark where account_id = $1 and kind = $2 and target_id = $3',
        [accountId, kind, targetId],
      );
      if (remindOn !== null && remindOn !== known?.remindOn) this.ensureAhead(remindOn);
      if (known !== undefined) {
        // The reminder was answered by setting another day, or none.
        if (remindOn !== known.remindOn) await this.notices.withdraw(tx, { subjectIds: [known.id] });
        await tx.query('update bookmark set note = $2, remind_on = $3 where id = $1', [known.id, note ?? '', remindOn]);
        return;
      }
      await this.ensureRoom(tx, accountId);
      const made: unknown[] = await tx.query(
        `insert into bookmark (id, account_id, kind, target_id, note, remind_on, created_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do nothing returning id`,
        [id, accountId, kind, targetId, note ?? '', remindOn, this.clock.now()],
      );
      if (made.length === 0) throw AppError.conflict('idReused');
    });
    const [row] = await this.bookmarks.ofTargets(viewer, [input]);
    if (!row) throw AppError.notFound();
    return row;
  }

  /** What was not kept is no longer kept either: asked twice, or for something out of sight, nothing else happens. */
  async remove(viewer: Viewer, { kind, targetId }: BookmarkTarget): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx) => {
      await this.kept.release(tx, accountId, kind, targetId);
    });
  }

  private ensureAhead(day: string): void {
    const now = this.clock.now();
    if (!isDay(day)) throw AppError.badInput('remindOn', 'bookmark.badDay');
    if (day < dayOf(now)) throw AppError.badInput('remindOn', 'bookmark.dayPast');
    const last = dayOf(new Date(new Date(now).setUTCFullYear(now.getUTCFullYear() + YEARS_AHEAD)));
    if (day > last) throw AppError.badInput('remindOn', 'bookmark.dayTooFar', { years: YEARS_AHEAD });
  }

  private async ensureRoom(tx: EntityManager, accountId: string): Promise<void> {
    const [row]: { count: number }[] = await tx.query('select count(*)::int as count from bookmark where account_id = $1', [accountId]);
    if ((row?.count ?? 0) >= BOOKMARKS_MAX) throw new AppError('CONFLICT', 'bookmark.tooMany', { params: { max: BOOKMARKS_MAX } });
  }
}
