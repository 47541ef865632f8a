import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { ModerationGate } from '#moderation/server';
import { Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { isSameText } from '../draft/written-text.js';
import { TipGate, signedIn } from '../tip/tip.gate.js';
import { canPublish } from '../tip/tip.policy.js';
import { TipQueries } from '../tip/tip.queries.js';
import { TipRelease } from '../tip/tip-release.js';
import type { TipRow } from '../tip/tip.row.js';
import { RevisionQueries } from './revision.queries.js';

/** Makes an earlier text the newest again. Authors stay who they are; topics that are gone stay gone. */
@Injectable()
export class RestoreRevision {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipRelease) private readonly releases: TipRelease,
    @Inject(RevisionQueries) private readonly revisions: RevisionQueries,
    @Inject(ModerationGate) private readonly moderation: ModerationGate,
  ) {}

  async restore(viewer: Viewer, revisionId: string, note: string): Promise<TipRow> {
    signedIn(viewer);
    const [revision] = await this.revisions.byIds(viewer, [revisionId]);
    if (revision === undefined) throw AppError.notFound();
    const { accountId, place, lock } = await this.gate.admit(viewer, revision.tipId, canPublish, 'tip.mayNotPublish');
    const { spaceId } = place;
    await this.releases.admit(viewer, revision.tipId);
    const verdict = await this.moderation.judge(viewer, spaceId, [revision.title, revision.summary, revision.body].join('\n'), { isEdit: true });
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const before = await this.releases.textOf(tx, tip);
      const topics: readonly { id: string }[] = await tx.query('select id from topic where id = any($1::uuid[]) and merged_into_id is null', [revision.topicIds]);
      const kept = new Set(topics.map((topic) => topic.id));
      const text = {
        ...before,
        title: revision.title,
        summary: revision.summary,
        body: revision.body,
        topicIds: revision.topicIds.filter((id) => kept.has(id)),
        note,
        isMinor: false,
      };
      if (isSameText(before, text)) return;
      await this.moderation.record(tx, emit, { kind: 'tip', id: tip.id, spaceId, authorId: accountId, verdict });
      await this.releases.release(tx, emit, { tip, text, authorId: accountId, checkAfterMonths: place.checkAfterMonths, restoredFrom: revision.number });
    });
    const tip = await this.tips.byId(viewer, revision.tipId);
    if (tip === null) throw AppError.notFound();
    return tip;
  }
}
