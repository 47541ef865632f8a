import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppError, uuidv7 } from '#platform/shared';
import type { TipRow } from '../tip/tip.row.js';
import { WorkingCopyEntity } from './working-copy.entity.js';
import type { WrittenText } from './written-text.js';

/** What a client says about the text it goes on from. */
export interface TextBase {
  readonly baseVersion?: number | null;
  readonly baseRevision?: number | null;
}

/** The rows of what is being written; only called with the tip's row locked or just made. */
@Injectable()
export class WorkingCopies {
  async find(tx: EntityManager, tipId: string): Promise<WorkingCopyEntity | null> {
    return tx.findOneBy(WorkingCopyEntity, { tipId });
  }

  /** @throws {AppError} CONFLICT `tip.stale`: the tip's `workingCopy` and `body` then hold the other's text. */
  refuse(tip: Pick<TipRow, 'revisionNumber'>, copy: WorkingCopyEntity | null): never {
    throw AppError.conflict('tip.stale', {
      version: copy?.version ?? 0,
      revisionNumber: tip.revisionNumber,
      ...(copy === null ? {} : { savedAt: copy.savedAt.toISOString(), savedById: copy.savedById }),
    });
  }

  /** The text somebody goes on writing must be the newest there is. */
  checkBase(tip: Pick<TipRow, 'revisionNumber'>, copy: WorkingCopyEntity | null, base: TextBase): void {
    const isStale =
      copy === null
        ? (base.baseVersion ?? 0) > 0 || (base.baseRevision ?? tip.revisionNumber) !== tip.revisionNumber
        : (base.baseVersion ?? 0) !== copy.version;
    if (isStale) this.refuse(tip, copy);
  }

  async put(tx: EntityManager, tip: Pick<TipRow, 'id' | 'revisionNumber'>, before: WorkingCopyEntity | null, text: WrittenText, saverId: string, at: Date): Promise<WorkingCopyEntity> {
    const saved = {
      title: text.title,
      summary: text.summary,
      body: text.body,
      topicIds: [...text.topicIds],
      authorIds: [...text.authorIds],
      note: text.note,
      isMinor: text.isMinor,
      savedAt: at,
      savedById: saverId,
    };
    if (before === null) {
      const made = { tipId: tip.id, version: 1, baseRevisionNumber: tip.revisionNumber, ...saved, submittedAt: null, submittedById: null, returnedAt: null, returnedById: null, returnComment: null };
      await tx.insert(WorkingCopyEntity, made);
      return made;
    }
    // Whoever saves over somebody else's words might have missed some of them.
    if (before.savedById !== saverId) await this.keep(tx, before, at);
    const version = before.version + 1;
    await tx.update(WorkingCopyEntity, { tipId: tip.id }, { version, ...saved });
    return Object.assign(before, saved, { version });
  }

  /** Puts a text aside before it is replaced or thrown away. */
  async keep(tx: EntityManager, copy: WorkingCopyEntity, at: Date): Promise<void> {
    await tx.query(
      'insert into tip_kept_draft (id, tip_id, title, summary, body, saved_at, saved_by, kept_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [uuidv7(), copy.tipId, copy.title, copy.summary, copy.body, copy.savedAt, copy.savedById, at],
    );
  }

  async remove(tx: EntityManager, tipId: string): Promise<void> {
    await tx.delete(WorkingCopyEntity, { tipId });
  }
}
