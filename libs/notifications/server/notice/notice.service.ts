import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, Live, type Clock } from '#platform/server';
import type { NoticeGroup } from './notices.js';

/** What the recipient does with notices. */
@Injectable()
export class NoticeService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Live) private readonly live: Live,
  ) {}

  async read(viewer: Viewer, which: { readonly ids?: readonly string[] | null; readonly group?: NoticeGroup | null }): Promise<void> {
    const ids = which.ids ?? null;
    const group = which.group ?? null;
    if (ids === null && group === null) return void accountOf(viewer);
    await this.mark(viewer, `($3::uuid[] is null or id = any($3)) and ($4::text is null or (group_kind = $4 and group_id = $5))`, [ids, group?.kind ?? null, group?.id ?? null]);
  }

  async readAll(viewer: Viewer, until: Date | null): Promise<void> {
    await this.mark(viewer, 'created_at <= $3', [until ?? this.clock.now()]);
  }

  private async mark(viewer: Viewer, condition: string, values: readonly unknown[]): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx) => {
      const [, marked]: [unknown[], number] = await tx.query(
        `update notice set read_at = $2, mail = case when mail in ('due', 'digest') then 'done' else mail end where account_id = $1 and read_at is null and ${condition}`,
        [accountId, this.clock.now(), ...values],
      );
      // The person's other open pages.
      if (marked > 0) this.live.publish(tx, { topic: 'notices', id: accountId, spaceId: null, accountIds: [accountId] });
    });
  }
}
