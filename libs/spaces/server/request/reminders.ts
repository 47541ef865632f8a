import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, Outbox, type Clock } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { workingDaysSince } from './working-days.js';

/** So long may a request wait before its moderators are told once more. */
const PATIENCE_WORKING_DAYS = 3;

/** Brings waiting requests up again, each once. Running twice or missing a day does no harm. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'spaces.remind', cron: '30 7 * * 1-5', run: async () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const waiting = await this.db.query<{ id: string; spaceId: string; waitingSince: Date }>(
      `select r.id, r.space_id as "spaceId", r.waiting_since as "waitingSince" from join_request r join account a on a.id = r.account_id
       where r.state = 'waiting' and r.reminded_at is null and a.deleted_at is null order by r.waiting_since`,
    );
    for (const request of waiting) {
      if (workingDaysSince(request.waitingSince, now) < PATIENCE_WORKING_DAYS) continue;
      await this.db.write({ accountId: null }, async (tx, emit) => {
        const [, marked]: [unknown[], number] = await tx.query(
          `update join_request set reminded_at = $2 where id = $1 and reminded_at is null and state = 'waiting'`,
          [request.id, now],
        );
        if (marked === 0) return;
        await tx.query(`insert into join_request_step (id, request_id, act, at) values ($1, $2, 'reminded', $3)`, [uuidv7(), request.id, now]);
        emit({ name: 'JoinRequestOverdue', payload: { requestId: request.id, spaceId: request.spaceId, occasionId: uuidv7() } });
      });
    }
  }
}
