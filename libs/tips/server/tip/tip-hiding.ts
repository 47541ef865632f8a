import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, type Emit } from '#platform/server';
import { Audiences } from '#spaces/server';
import { Threads } from '#threads/server';
import { tipEvents } from '../tips.outbox.js';
import { TipEntity } from './tip.entity.js';
import type { TipRow } from './tip.row.js';

/** Out of sight and back, of a row that the caller has locked and may do this to. */
@Injectable()
export class TipHiding {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(Audiences) private readonly audiences: Audiences,
  ) {}

  async hide(tx: EntityManager, emit: Emit, viewer: Viewer, tip: TipRow, reason: string): Promise<void> {
    const before = tip.state === 'hidden' ? 'published' : tip.state;
    await this.change(tx, emit, viewer, tip, { state: 'hidden', stateBeforeHiding: before, hiddenReason: reason, hiddenById: viewer.accountId }, 'tips.hidden');
  }

  /** How many see a hidden tip once it is shown again, 0 where everyone does; null where it goes back to its authors only. */
  async readersAgain(tx: EntityManager, tip: TipRow): Promise<number | null> {
    const state = await this.stateBefore(tx, tip);
    if (state !== 'published' && state !== 'retired') return null;
    return (await this.audiences.ofSpaces([tip.spaceId], tx)).get(tip.spaceId)?.count ?? 0;
  }

  /** The state that a hidden tip goes back to. */
  private async stateBefore(tx: EntityManager, tip: TipRow): Promise<TipEntity['state']> {
    const [row]: { before: TipEntity['stateBeforeHiding'] }[] = await tx.query('select state_before_hiding as before from tip where id = $1', [tip.id]);
    return row?.before ?? 'published';
  }

  async show(tx: EntityManager, emit: Emit, viewer: Viewer, tip: TipRow): Promise<void> {
    const state = await this.stateBefore(tx, tip);
    await this.change(tx, emit, viewer, tip, { state, stateBeforeHiding: null, hiddenReason: null, hiddenById: null }, 'tips.shownAgain');
  }

  private async change(tx: EntityManager, emit: Emit, viewer: Viewer, tip: TipRow, change: Partial<TipEntity>, act: string): Promise<void> {
    await tx.update(TipEntity, { id: tip.id }, change);
    await this.threads.sync(tx, emit, { kind: 'tip', id: tip.id }, { state: change.state ?? tip.state });
    await this.audit.record(tx, viewer, { act, subjectKind: 'tip', subjectId: tip.id, spaceId: tip.spaceId });
    emit(tipEvents.stateChanged({ tipId: tip.id, spaceId: tip.spaceId, state: change.state ?? tip.state, byId: viewer.accountId }));
  }
}
