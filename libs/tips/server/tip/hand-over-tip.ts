import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Audit, Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { Threads } from '#threads/server';
import { checkMembers } from '../draft/text-rules.js';
import { tipEvents } from '../tips.outbox.js';
import { TipEntity } from './tip.entity.js';
import { TipGate } from './tip.gate.js';
import { canHandOver } from './tip.policy.js';

/** Another member becomes the owner; the former one stays as co-author. */
@Injectable()
export class HandOverTip {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(Threads) private readonly threads: Threads,
  ) {}

  async handOver(viewer: Viewer, tipId: string, ownerId: string): Promise<void> {
    const { lock } = await this.gate.admit(viewer, tipId, canHandOver);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      if (tip.authorIds[0] === ownerId) return;
      await checkMembers(tx, tip.spaceId, [ownerId]).catch((error: unknown) => {
        throw error instanceof AppError ? AppError.badInput('ownerId', 'tip.notAMember') : error;
      });
      const authorIds = [ownerId, ...tip.authorIds.filter((id) => id !== ownerId)];
      await tx.update(TipEntity, { id: tip.id }, { authorIds });
      await tx.query(`update tip_working_copy set author_ids = array[$2::uuid] || array_remove(author_ids, $2::uuid) where tip_id = $1`, [tip.id, ownerId]);
      await this.threads.sync(tx, emit, { kind: 'tip', id: tip.id }, { authorIds });
      await this.audit.record(tx, viewer, { act: 'tips.handedOver', subjectKind: 'tip', subjectId: tip.id, spaceId: tip.spaceId, details: { toId: ownerId } });
      if (tip.state === 'published') emit(tipEvents.checked({ tipId: tip.id, spaceId: tip.spaceId }));
    });
  }
}
