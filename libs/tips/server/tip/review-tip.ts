import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { ModerationGate } from '#moderation/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { checkComplete } from '../draft/text-rules.js';
import { WorkingCopies } from '../draft/working-copies.js';
import { WorkingCopyEntity } from '../draft/working-copy.entity.js';
import { tipEvents } from '../tips.outbox.js';
import { TipGate } from './tip.gate.js';
import { canReview, canSubmit } from './tip.policy.js';
import { TipRelease } from './tip-release.js';
import type { TipRow } from './tip.row.js';
import { TipTexts } from './tip.texts.js';

/** The look of a moderator before the release, where a space wants it or an author asks for it. */
@Injectable()
export class ReviewTip {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(TipRelease) private readonly releases: TipRelease,
    @Inject(WorkingCopies) private readonly copies: WorkingCopies,
    @Inject(ModerationGate) private readonly moderation: ModerationGate,
  ) {}

  async submit(viewer: Viewer, tipId: string, version: number): Promise<void> {
    const { accountId, place, lock } = await this.gate.admit(viewer, tipId, canSubmit, 'tip.mayNotWrite');
    // A moderator looks at the words in any case; who may only read is told so here.
    await this.moderation.judge(viewer, place.spaceId, '', { isEdit: true });
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const copy = await this.copyOf(tx, tip, version);
      if (copy.submittedAt !== null) return;
      checkComplete(copy);
      // A text too large to be shown must not wait for somebody to find that out.
      this.texts.render(copy.body);
      await this.mark(tx, tip.id, { submittedAt: this.clock.now(), submittedById: accountId, returnedAt: null, returnedById: null, returnComment: null });
      if (tip.state === 'draft') await this.setState(tx, tip.id, 'review');
      emit(tipEvents.submitted({ tipId: tip.id, spaceId: tip.spaceId, version }));
    });
  }

  /** An author takes the text back to go on writing. */
  async withdraw(viewer: Viewer, tipId: string): Promise<void> {
    const { lock } = await this.gate.admit(viewer, tipId, (who, tip, place) => canSubmit(who, tip, place) && who.accountId !== null && tip.authorIds.includes(who.accountId));
    await this.db.write(viewer, async (tx) => {
      const tip = await lock(tx);
      await this.mark(tx, tip.id, { submittedAt: null, submittedById: null });
      if (tip.state === 'review') await this.setState(tx, tip.id, 'draft');
    });
  }

  async giveBack(viewer: Viewer, tipId: string, version: number, comment: string): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, tipId, canReview);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const copy = await this.submittedCopyOf(tx, tip, version);
      await this.mark(tx, tip.id, {
        submittedAt: null, submittedById: null, returnedAt: this.clock.now(), returnedById: accountId, returnComment: comment,
      });
      if (tip.state === 'review') await this.setState(tx, tip.id, 'draft');
      await this.audit.record(tx, viewer, { act: 'tips.returned', subjectKind: 'tip', subjectId: tip.id, spaceId: tip.spaceId });
      emit(tipEvents.returned({ tipId: tip.id, spaceId: tip.spaceId, byId: accountId, toId: copy.submittedById }));
    });
  }

  async release(viewer: Viewer, tipId: string, version: number): Promise<void> {
    const { accountId, place, lock } = await this.gate.admit(viewer, tipId, canReview);
    await this.releases.admit(viewer, tipId);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const copy = await this.submittedCopyOf(tx, tip, version);
      if (copy.baseRevisionNumber !== tip.revisionNumber) this.copies.refuse(tip, copy);
      await this.releases.release(tx, emit, { tip, text: copy, authorId: copy.submittedById, checkAfterMonths: place.checkAfterMonths });
      await this.copies.remove(tx, tip.id);
      await this.audit.record(tx, viewer, { act: 'tips.released', subjectKind: 'tip', subjectId: tip.id, spaceId: tip.spaceId });
      emit(tipEvents.released({ tipId: tip.id, spaceId: tip.spaceId, byId: accountId, toId: copy.submittedById }));
    });
  }

  private async copyOf(tx: EntityManager, tip: TipRow, version: number): Promise<WorkingCopyEntity> {
    const copy = await this.copies.find(tx, tip.id);
    if (copy === null || copy.version !== version) this.copies.refuse(tip, copy);
    return copy;
  }

  /** Of two moderators deciding at once the second finds the first one's decision. */
  private async submittedCopyOf(tx: EntityManager, tip: TipRow, version: number): Promise<WorkingCopyEntity> {
    const copy = await this.copies.find(tx, tip.id);
    if (copy === null || copy.submittedAt === null) throw AppError.conflict('tip.notSubmitted');
    if (copy.version !== version) this.copies.refuse(tip, copy);
    return copy;
  }

  private async mark(tx: EntityManager, tipId: string, marks: Partial<WorkingCopyEntity>): Promise<void> {
    await tx.update(WorkingCopyEntity, { tipId }, marks);
  }

  private async setState(tx: EntityManager, tipId: string, state: 'draft' | 'review'): Promise<void> {
    await tx.query('update tip set state = $2, updated_at = $3 where id = $1', [tipId, state, this.clock.now()]);
  }
}
