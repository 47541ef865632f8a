import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, LOGGER, Outbox, type Clock, type ConsumedEvent, type Logger } from '#platform/server';
import { AppError } from '#platform/shared';
import { admit } from './member/admit.js';

/** Lets newly approved accounts into the spaces named with their approval. Admitting twice changes nothing. */
@Injectable()
export class SpacesApprovals implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.consume({
      name: 'spaces.approvals',
      events: ['AccountApproved'],
      handle: async (events) => {
        for (const event of events) await this.admitAll(event);
      },
    });
  }

  private async admitAll({ payload }: ConsumedEvent): Promise<void> {
    const accountId = String(payload['accountId']);
    const spaceIds = Array.isArray(payload['spaceIds']) ? payload['spaceIds'] : [];
    for (const spaceId of spaceIds) {
      try {
        await this.db.write({ accountId: null }, async (tx, emit) => admit(tx, emit, { spaceId, accountId, via: 'approval', at: this.clock.now() }));
      } catch (error) {
        // A space archived or limited to another role meanwhile stays shut; the others still open.
        if (!(error instanceof AppError)) throw error;
        this.logger.warn({ spaceId, accountId, reason: error.reason }, 'not admitted after approval');
      }
    }
  }
}
