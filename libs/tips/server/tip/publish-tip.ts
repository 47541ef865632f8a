import { Inject, Injectable } from '@nestjs/common';
import { ensure, type Viewer } from '#access/server';
import { ModerationGate, type Verdict } from '#moderation/server';
import { Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { checkCompanions, checkComplete } from '../draft/text-rules.js';
import { WorkingCopies, type TextBase } from '../draft/working-copies.js';
import type { WorkingCopyEntity } from '../draft/working-copy.entity.js';
import { isSameText, NOTHING_WRITTEN, withParts, type WrittenParts } from '../draft/written-text.js';
import { TipPlaces } from '../settings/tip-places.js';
import { NewTips } from './new-tips.js';
import { signedIn, TipGate } from './tip.gate.js';
import { canPublish, canPublishIn, type TipPlace } from './tip.policy.js';
import { TipQueries } from './tip.queries.js';
import { TipRelease } from './tip-release.js';
import type { TipRow } from './tip.row.js';

export interface PublishRequest extends WrittenParts, TextBase {
  readonly id: string;
  readonly spaceId?: string | null;
}

/** Releases a text in one step: a new tip, a draft, or a change of what is released. */
@Injectable()
export class PublishTip {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipPlaces) private readonly places: TipPlaces,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipRelease) private readonly releases: TipRelease,
    @Inject(NewTips) private readonly newTips: NewTips,
    @Inject(WorkingCopies) private readonly copies: WorkingCopies,
    @Inject(ModerationGate) private readonly moderation: ModerationGate,
  ) {}

  /** Sent twice it releases once. */
  async publish(viewer: Viewer, request: PublishRequest): Promise<void> {
    const { accountId } = signedIn(viewer);
    const seen = await this.tips.byId(viewer, request.id);
    const place = seen === null ? await this.placeOfNew(viewer, request) : await this.places.in(viewer, seen.spaceId);
    if (seen !== null) ensure(seen, (tip) => canPublish(viewer, tip, place), refusal(place));
    await this.releases.admit(viewer, request.id);
    const { verdict, copyVersion } = await this.judge(viewer, place.spaceId, request, (seen?.revisionNumber ?? 0) > 0);
    await this.db.write(viewer, async (tx, emit) => {
      const row = seen === null ? await this.newTips.claim(tx, viewer, { id: request.id, spaceId: place.spaceId, ownerId: accountId }) : await this.tips.lock(tx, viewer, request.id);
      const tip = ensure(row, (locked) => canPublish(viewer, locked, place), refusal(place));
      const copy = await this.copies.find(tx, tip.id);
      const released = tip.revisionNumber === 0 ? { ...NOTHING_WRITTEN, authorIds: tip.authorIds } : await this.releases.textOf(tx, tip);
      const text = withParts(copy ?? released, request);
      // The answer to the first try got lost on the way.
      if (copy === null && tip.revisionNumber > 0 && isSameText(text, released)) return;
      this.checkBase(tip, copy, request);
      // Saved between the look and the lock: those words nobody has judged.
      if (copyVersion !== null && copyVersion !== (copy?.version ?? 0)) this.copies.refuse(tip, copy);
      checkComplete(text);
      await checkCompanions(tx, tip.spaceId, released, text);
      await this.moderation.record(tx, emit, { kind: 'tip', id: tip.id, spaceId: tip.spaceId, authorId: accountId, verdict });
      await this.releases.release(tx, emit, { tip, text, authorId: accountId, checkAfterMonths: place.checkAfterMonths });
      if (copy !== null) await this.copies.remove(tx, tip.id);
    });
  }

  /** What the gate would hold goes the way of tips that a moderator looks at first. @returns with the version of the working copy whose words were judged; null where none were needed. */
  private async judge(viewer: Viewer, spaceId: string, request: PublishRequest, isEdit: boolean): Promise<{ readonly verdict: Verdict; readonly copyVersion: number | null }> {
    const parts = { title: request.title, summary: request.summary, body: request.body };
    const isWhole = Object.values(parts).every((part) => part !== undefined && part !== null);
    const [kept] = isWhole
      ? []
      : await this.db.query<{ title: string; summary: string; body: string; version: number }>('select title, summary, body, version from tip_working_copy where tip_id = $1', [request.id]);
    const text = [parts.title ?? kept?.title, parts.summary ?? kept?.summary, parts.body ?? kept?.body].filter((part) => part !== undefined).join('\n');
    const verdict = await this.moderation.judge(viewer, spaceId, text, { isEdit });
    if (verdict.outcome === 'hold') throw AppError.forbidden('tip.reviewNeeded');
    return { verdict, copyVersion: isWhole ? null : (kept?.version ?? 0) };
  }

  private async placeOfNew(viewer: Viewer, request: PublishRequest): Promise<TipPlace> {
    // Goes on from something, so it is no new tip but one out of sight.
    if ((request.baseVersion ?? 0) > 0 || (request.baseRevision ?? 0) > 0) throw AppError.notFound();
    const spaceId = request.spaceId ?? null;
    if (spaceId === null) throw AppError.badInput('spaceId', 'required');
    return (await this.gate.admitToSpace(viewer, spaceId, canPublishIn, refusal)).place;
  }

  private checkBase(tip: TipRow, copy: WorkingCopyEntity | null, base: TextBase): void {
    if (copy === null) {
      if (tip.revisionNumber > 0 && base.baseRevision !== tip.revisionNumber) this.copies.refuse(tip, copy);
      return;
    }
    this.copies.checkBase(tip, copy, base);
    const isFromOlderRevision = copy.baseRevisionNumber !== tip.revisionNumber && base.baseRevision !== tip.revisionNumber;
    if (isFromOlderRevision) this.copies.refuse(tip, copy);
  }
}

/** Why somebody may not release: because the space wants a moderator's look, or because it is not theirs to do. */
export function refusal(place: TipPlace): string {
  return place.role !== null && place.archivedAt === null && place.isReviewNeeded ? 'tip.reviewNeeded' : 'tip.mayNotPublish';
}

