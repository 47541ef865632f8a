import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, CLOCK, type Clock, type Emit } from '#platform/server';
import type { Viewer } from '#access/server';
import { uuidv7 } from '#platform/shared';
import { recordAct } from '../log/acts.js';
import { ModerationNotices } from '../moderation.notices.js';
import { moderationEvents } from '../moderation.outbox.js';
import { Cases } from './cases.js';

/** An item that a moderator hid or showed again where it stands, not from the queue. */
export interface DirectAct {
  readonly kind: string;
  readonly id: string;
  readonly spaceId: string;
  readonly authorIds: readonly string[];
  /** As the author reads it. */
  readonly reason: string;
}

/**
 * Content domains with buttons of their own for hiding tell of it here, within their transaction: so the author can
 * object to it like to any decision, and it stands in the record. An open case about the item is decided by it.
 */
@Injectable()
export class DirectActs {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(ModerationNotices) private readonly notices: ModerationNotices,
  ) {}

  async hidden(tx: EntityManager, emit: Emit, viewer: Viewer, act: DirectAct): Promise<void> {
    const at = this.clock.now();
    const caseId = await this.cases.open(tx, { kind: act.kind, itemId: act.id, spaceId: act.spaceId, authorIds: act.authorIds, at });
    await tx.query(
      `update moderation_case set state = 'decided', decision = 'hide', decision_reason = 'other', decision_note = $2, decided_at = $3, decided_by = $4 where id = $1`,
      [caseId, act.reason, at, viewer.accountId],
    );
    await this.follow(tx, emit, viewer, act, caseId, 'hidden', at);
  }

  async shownAgain(tx: EntityManager, emit: Emit, viewer: Viewer, act: DirectAct): Promise<void> {
    const at = this.clock.now();
    const [rows]: [{ id: string }[], number] = await tx.query(
      `update moderation_case set state = 'decided', decision = 'restore', decision_note = $4, decided_at = $5, decided_by = $6
       where id = (select id from moderation_case where item_kind = $1 and item_id = $2 and space_id = $3 and (state = 'open' or decision in ('hide', 'reject')) order by opened_at desc limit 1)
       returning id`,
      [act.kind, act.id, act.spaceId, act.reason, at, viewer.accountId],
    );
    const [row] = rows;
    if (row === undefined) return;
    await tx.query('update moderation_objection set is_granted = true, decided_at = $2, decided_by = $3 where case_id = $1 and decided_at is null', [row.id, at, viewer.accountId]);
    await this.follow(tx, emit, viewer, act, row.id, 'restored', at);
  }

  private async follow(tx: EntityManager, emit: Emit, viewer: Viewer, act: DirectAct, caseId: string, what: 'hidden' | 'restored', at: Date): Promise<void> {
    const reason = what === 'hidden' ? 'other' : null;
    await recordAct(tx, { spaceId: act.spaceId, act: what, caseId, itemKind: act.kind, reason, note: act.reason, actorId: viewer.accountId, at });
    await this.audit.record(tx, viewer, { act: `moderation.${what}`, subjectKind: act.kind, subjectId: act.id, spaceId: act.spaceId });
    const happening = { occasionId: uuidv7(), caseId, spaceId: act.spaceId, byId: viewer.accountId };
    await this.notices.callOff(tx, caseId);
    await this.notices.tellAuthors(tx, 'decided', happening, act.authorIds);
    await this.notices.tellReporters(tx, emit, happening);
    emit(moderationEvents.decided({ caseId, spaceId: act.spaceId, byId: viewer.accountId }));
  }
}
