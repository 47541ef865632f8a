import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, CLOCK, Db, LOGGER, Outbox, type Clock, type ConsumedEvent, type Logger } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { admit } from './member/admit.js';
import type { EmitSpaces } from './spaces.outbox.js';

interface Assignment {
  readonly spaceId: string;
  readonly accountId: string;
  /** The coordinator who approved, invited, allowed the domain or ran the import; null where that account is gone. */
  readonly actorId: string | null;
}

/**
 * Lets newly approved accounts into the spaces named with their approval. Admitting twice changes nothing. Into closed
 * and hidden spaces nobody comes in silence: unless a moderator of the space answers for it, it is logged and its
 * moderators are told.
 */
@Injectable()
export class SpacesApprovals implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
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
    const actorId = typeof payload['actorId'] === 'string' ? payload['actorId'] : null;
    const spaceIds = Array.isArray(payload['spaceIds']) ? payload['spaceIds'] : [];
    for (const spaceId of spaceIds) {
      try {
        await this.db.write({ accountId: actorId }, async (tx, emit) => this.assign(tx, emit, { spaceId, accountId, actorId }));
      } catch (error) {
        // A space archived, limited to another role or closed to this person meanwhile stays shut; the others still open.
        if (!(error instanceof AppError)) throw error;
        this.logger.warn({ spaceId, accountId, reason: error.reason }, 'not admitted after approval');
      }
    }
  }

  private async assign(tx: EntityManager, emit: EmitSpaces, { spaceId, accountId, actorId }: Assignment): Promise<void> {
    const needsTelling = await isOverModerators(tx, { spaceId, accountId, actorId });
    const isNew = await admit(tx, emit, { spaceId, accountId, via: 'approval', at: this.clock.now() });
    if (!isNew || !needsTelling) return;
    await this.audit.record(tx, { accountId: actorId }, { act: 'spaces.assigned', subjectKind: 'account', subjectId: accountId, spaceId });
    emit({ name: 'MemberAssigned', payload: { spaceId, accountId, occasionId: uuidv7() } });
  }
}

/**
 * Whether somebody comes in whom the moderators of a closed or hidden space did not choose.
 * @throws {AppError} FORBIDDEN for a coordinator: for them there is the logged step inside, or a moderator's invitation.
 */
async function isOverModerators(tx: EntityManager, { spaceId, accountId, actorId }: Assignment): Promise<boolean> {
  const [row]: { isGuarded: boolean; isByModerator: boolean; isCoordinator: boolean }[] = await tx.query(
    `select space.visibility in ('closed', 'hidden') as "isGuarded",
       exists (select from space_member m where m.space_id = space.id and m.account_id = $3 and m.role = 'moderator') as "isByModerator",
       exists (select from account a where a.id = $2 and 'coordinator' = any(a.site_roles)) as "isCoordinator"
     from space where space.id = $1 for share of space`,
    [spaceId, accountId, actorId],
  );
  if (row === undefined || !row.isGuarded || row.isByModerator) return false;
  if (row.isCoordinator || accountId === actorId) throw AppError.forbidden();
  return true;
}
