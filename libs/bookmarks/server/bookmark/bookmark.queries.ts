import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { CLOCK, Db, type Clock, type CursorKeys } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { BookmarkKinds, type BookmarkTarget } from '../contribution/bookmark-kinds.js';
import { dayOf, isDay } from './bookmark-day.js';
import type { Bookmark } from './bookmark.type.js';

export type BookmarkRow = Bookmark & { readonly sortKey: string };
type StoredRow = Omit<BookmarkRow, 'title' | 'path' | 'excerpt' | 'spaceId' | 'isDue'>;

const COLUMNS = `b.id, b.kind, b.target_id as "targetId", b.note, b.remind_on::text as "remindOn", b.created_at as "createdAt"`;
const isTime = (key: string): boolean => /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(key);

/** Rows out of sight leave gaps; so many pieces are read at most to fill a page. */
const PIECE = 100;

const newest = { key: 'b.created_at', cast: 'timestamptz', direction: 'desc', sign: '<', isValid: isTime } as const;
const longestDue = { key: 'b.remind_on', cast: 'date', direction: 'asc', sign: '>', isValid: isDay } as const;

/** Every read of bookmarks: one's own alone, and of those the ones whose thing is in sight now. */
@Injectable()
export class BookmarkQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BookmarkKinds) private readonly kinds: BookmarkKinds,
  ) {}

  today(): string {
    return dayOf(this.clock.now());
  }

  /** One page and one row more, filled up past what is out of sight. */
  async list(viewer: Viewer, isDueOnly: boolean, first: number, after: CursorKeys | null): Promise<readonly BookmarkRow[]> {
    const order = isDueOnly ? longestDue : newest;
    let [key = null, id = null] = after?.map(String) ?? [];
    if (key !== null && (!order.isValid(key) || id === null || !isUuid(id))) throw AppError.badInput('after', 'badCursor');
    const found: BookmarkRow[] = [];
    for (let isMore = true; isMore && found.length <= first; ) {
      const rows = await this.db.query<StoredRow>(
        `select ${COLUMNS}, ${order.key}::text as "sortKey" from bookmark b
         where b.account_id = $1 and ($2::${order.cast} is null or (${order.key}, b.id) ${order.sign} ($2::${order.cast}, $3::uuid)) and ($4::date is null or b.remind_on <= $4::date)
         order by ${order.key} ${order.direction}, b.id ${order.direction} limit ${PIECE}`,
        [viewer.accountId, key, id, isDueOnly ? this.today() : null],
      );
      found.push(...(await this.inSight(viewer, rows)));
      const last = rows.at(-1);
      [key, id] = [last?.sortKey ?? null, last?.id ?? null];
      isMore = rows.length === PIECE;
    }
    return found.slice(0, first + 1);
  }

  /** The viewer's bookmarks of these things; null where a thing is not kept or out of sight. */
  async ofTargets(viewer: Viewer, targets: readonly BookmarkTarget[]): Promise<readonly (BookmarkRow | null)[]> {
    if (viewer.accountId === null) return targets.map(() => null);
    const rows = await this.db.query<StoredRow>(
      `select ${COLUMNS}, b.created_at::text as "sortKey" from bookmark b
       join unnest($2::text[], $3::uuid[]) t(kind, target_id) on t.kind = b.kind and t.target_id = b.target_id where b.account_id = $1`,
      [viewer.accountId, targets.map(({ kind }) => kind), targets.map(({ targetId }) => targetId)],
    );
    const seen = await this.inSight(viewer, rows);
    return targets.map((target) => seen.find((row) => row.kind === target.kind && row.targetId === target.targetId) ?? null);
  }

  /** The viewer's bookmarks by their own ids; for reminders. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly BookmarkRow[]> {
    const rows = await this.db.query<StoredRow>(`select ${COLUMNS}, b.created_at::text as "sortKey" from bookmark b where b.account_id = $1 and b.id = any($2::uuid[])`, [
      viewer.accountId,
      ids,
    ]);
    return this.inSight(viewer, rows);
  }

  private async inSight(viewer: Viewer, rows: readonly StoredRow[]): Promise<readonly BookmarkRow[]> {
    const cards = await this.kinds.cardsOf(viewer, rows);
    const today = this.today();
    return rows.flatMap((row, place) => {
      const card = cards[place];
      return card ? [{ ...row, ...card, isDue: row.remindOn !== null && row.remindOn <= today }] : [];
    });
  }
}
