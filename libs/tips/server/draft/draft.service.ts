import { Inject, Injectable } from '@nestjs/common';
import { ensure, type Viewer } from '#access/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { NewTips } from '../tip/new-tips.js';
import { signedIn, TipGate } from '../tip/tip.gate.js';
import { canEdit, canWrite } from '../tip/tip.policy.js';
import { TipQueries } from '../tip/tip.queries.js';
import { TipRelease } from '../tip/tip-release.js';
import type { TipRow } from '../tip/tip.row.js';
import { TipPlaces } from '../settings/tip-places.js';
import { tipEvents } from '../tips.outbox.js';
import { checkCompanions } from './text-rules.js';
import { WorkingCopies, type TextBase } from './working-copies.js';
import { isSameDraft, NOTHING_WRITTEN, withParts, type WrittenParts } from './written-text.js';

export interface DraftRequest extends WrittenParts, TextBase {
  readonly id: string;
  readonly spaceId?: string | null;
}

/** Writing: saved every few seconds and therefore cheap; nothing is rendered and nobody is told. */
@Injectable()
export class DraftService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipPlaces) private readonly places: TipPlaces,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipRelease) private readonly releases: TipRelease,
    @Inject(NewTips) private readonly newTips: NewTips,
    @Inject(WorkingCopies) private readonly copies: WorkingCopies,
  ) {}

  /** @throws {AppError} CONFLICT `tip.stale` where somebody else saved in the meantime. */
  async save(viewer: Viewer, request: DraftRequest): Promise<void> {
    const { accountId } = signedIn(viewer);
    const seen = await this.tips.byId(viewer, request.id);
    const movesTo = await this.destination(viewer, seen, request);
    // The author of a draft may always write; the space need not even be asked.
    const place = seen === null || seen.state === 'draft' ? null : await this.places.in(viewer, seen.spaceId);
    const mayEdit = (tip: TipRow): boolean => canEdit(viewer, tip, place ?? NO_SAY);

    await this.db.write(viewer, async (tx) => {
      const row = seen === null ? await this.newTips.claim(tx, viewer, { id: request.id, spaceId: movesTo ?? '', ownerId: accountId }) : await this.tips.lock(tx, viewer, request.id);
      const tip = ensure(row, mayEdit, 'tip.mayNotEdit');
      const copy = await this.copies.find(tx, tip.id);
      const before = copy ?? (tip.revisionNumber === 0 ? { ...NOTHING_WRITTEN, authorIds: tip.authorIds } : await this.releases.textOf(tx, tip));
      const text = withParts(before, request);
      // The answer to the first try got lost on the way.
      if (copy !== null && isSameDraft(copy, text) && (movesTo === null || movesTo === tip.spaceId)) return;
      this.copies.checkBase(tip, copy, request);
      const isMoving = movesTo !== null && movesTo !== tip.spaceId;
      const known = isMoving ? { ...before, authorIds: before.authorIds.slice(0, 1) } : before;
      await checkCompanions(tx, movesTo ?? tip.spaceId, known, text);
      await this.copies.put(tx, tip, copy, text, accountId, this.clock.now());
      if (tip.revisionNumber === 0) {
        await tx.query('update tip set space_id = $2, author_ids = $3, title = $4, summary = $5, topic_ids = $6, updated_at = $7 where id = $1', [
          tip.id, movesTo ?? tip.spaceId, text.authorIds, text.title, text.summary, text.topicIds, this.clock.now(),
        ]);
      }
    });
  }

  /** Throws away what is being written; a tip that was never released goes with it. */
  async discard(viewer: Viewer, tipId: string): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, tipId, canEdit, 'tip.mayNotEdit');
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const copy = await this.copies.find(tx, tip.id);
      if (tip.revisionNumber === 0) {
        if (tip.authorIds[0] !== accountId || tip.state !== 'draft') throw AppError.forbidden('tip.onlyOwnerDiscards');
        await tx.query('delete from tip where id = $1', [tip.id]);
        emit(tipEvents.removed({ tipId: tip.id, spaceId: tip.spaceId }));
        return;
      }
      if (copy === null) return;
      await this.copies.keep(tx, copy, this.clock.now());
      await this.copies.remove(tx, tip.id);
    });
  }

  /** The space a new tip begins in or an unreleased draft moves to; null where it stays. */
  private async destination(viewer: Viewer, seen: TipRow | null, request: DraftRequest): Promise<string | null> {
    const spaceId = request.spaceId ?? null;
    if (seen === null) {
      // Goes on from something, so it is no new tip but one out of sight.
      if ((request.baseVersion ?? 0) > 0 || (request.baseRevision ?? 0) > 0) throw AppError.notFound();
      if (spaceId === null) throw AppError.badInput('spaceId', 'required');
    }
    if (spaceId === null || spaceId === seen?.spaceId) return null;
    if (seen !== null && (seen.state !== 'draft' || seen.revisionNumber > 0)) throw AppError.badInput('spaceId', 'tip.cannotMove');
    await this.gate.admitToSpace(viewer, spaceId, canWrite, () => 'tip.mayNotWrite');
    return spaceId;
  }
}

const NO_SAY = { spaceId: '', role: null, publishers: 'authors', archivedAt: null, isReviewNeeded: true, checkAfterMonths: 12 } as const;

