import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { ModerationGate, type Verdict } from '#moderation/server';
import type { Emit } from '#platform/server';
import { AppError } from '#platform/shared';

/**
 * Words in a discussion that are no post: titles, polls. They pass the same gate, or whoever may not write posts would
 * write there. Nothing of them can wait for a moderator, so what would be held is refused.
 */
@Injectable()
export class UnheldWords {
  constructor(@Inject(ModerationGate) private readonly gate: ModerationGate) {}

  /** @throws {AppError} as `ModerationGate.judge`, and FORBIDDEN `discussion.cannotBeHeld`. */
  async judge(viewer: Viewer, spaceId: string, text: string): Promise<Verdict> {
    const verdict = await this.gate.judge(viewer, spaceId, text);
    if (verdict.outcome === 'hold') throw AppError.forbidden('discussion.cannotBeHeld');
    return verdict;
  }

  /** A change of what is read already: a watched word is put before the moderation. */
  async judgeChange(viewer: Viewer, spaceId: string, text: string): Promise<Verdict> {
    return this.gate.judge(viewer, spaceId, text, { isEdit: true });
  }

  async record(tx: EntityManager, emit: Emit, item: { readonly kind: 'discussion' | 'poll'; readonly id: string; readonly spaceId: string; readonly authorId: string; readonly verdict: Verdict }): Promise<void> {
    await this.gate.record(tx, emit, item);
  }
}
