import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, LOGGER, Outbox, type Clock, type Logger } from '#platform/server';
import { isCategory } from '../preference/categories.js';
import { Preferences, type MailSchedule } from '../preference/preferences.js';
import { makeMails } from './mail-making.js';
import { isPaused, lastDigests, pausedUntil, quietUntil, type LastDigests } from './mail-times.js';
import { ofAllWaiting } from './sparing-others.js';

export const DIGEST = 'digest';

interface Waiting {
  readonly id: string;
  readonly accountId: string;
  readonly category: string;
  readonly since: Date;
}

/**
 * The summaries of a day and a week. Keeps no calendar: due is what has waited since before the person's hour passed
 * last, so that a run that comes late, twice or not at all does no harm, and no change of clocks counts an hour twice.
 */
@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Preferences) private readonly preferences: Preferences,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'notifications.digests', cron: '*/5 * * * *', run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await ofAllWaiting(this.db, `mail = 'digest' and look_at < $1`, now, async (ids) => this.decide(ids, now), this.logger);
  }

  private async decide(accountIds: readonly string[], now: Date): Promise<void> {
    const wishes = await this.preferences.wishesOf(accountIds);
    const hours = new Map(accountIds.flatMap((id): [string, LastDigests][] => {
      const last = hourOf(wishes(id).schedule, now);
      return last === null ? [] : [[id, last]];
    }));
    if (hours.size === 0) return;
    await this.db.write({ accountId: null }, async (tx, emit) => {
      const waiting: Waiting[] = await tx.query(
        `select notice.id, notice.account_id as "accountId", category, look_at as since
         from notice join unnest($1::uuid[], $2::timestamptz[]) hour (account_id, daily) on hour.account_id = notice.account_id
         where mail = 'digest' and look_at < hour.daily order by created_at, notice.id for update of notice skip locked`,
        [[...hours.keys()], [...hours.values()].map(({ daily }) => daily)],
      );
      const isWeekly = ({ accountId, category }: Waiting): boolean => isCategory(category) && wishes(accountId).choices[category].mail === 'weekly';
      const due = waiting.filter((one) => !isWeekly(one) || one.since < (hours.get(one.accountId)?.weekly ?? one.since));
      const mails = [...Map.groupBy(due, ({ accountId }) => accountId)].map(([accountId, own]) => ({ accountId, form: DIGEST, noticeIds: own.map(({ id }) => id) }));
      await makeMails(tx, emit, mails, now);
    });
  }
}

/** The hours that passed last; null where no summary comes now, however long something has waited. */
function hourOf(schedule: MailSchedule, now: Date): LastDigests | null {
  const last = lastDigests(schedule, now);
  const pauseEnd = pausedUntil(schedule);
  // The first one after a pause comes at the usual hour, not at midnight.
  return isPaused(schedule, now) || quietUntil(schedule, now) !== null || (pauseEnd !== null && last.daily < pauseEnd) ? null : last;
}
