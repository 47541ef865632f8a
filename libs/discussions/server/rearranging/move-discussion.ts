import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Cases } from '#moderation/server';
import { Audit, Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { Audiences, type AudienceChange } from '#spaces/server';
import { Threads } from '#threads/server';
import { discussionEvents } from '../discussions.outbox.js';
import { DiscussionNews } from '../discussion/discussion-news.js';
import { DiscussionGate, type Admitted } from '../discussion/discussion.gate.js';
import { canRearrange } from '../discussion/discussion.policy.js';
import { MovedSight } from './moved-sight.js';

/** A discussion goes to another space, and with it who sees it. */
@Injectable()
export class MoveDiscussion {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(DiscussionGate) private readonly gate: DiscussionGate,
    @Inject(Audiences) private readonly audiences: Audiences,
    @Inject(MovedSight) private readonly sight: MovedSight,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
    @Inject(Cases) private readonly cases: Cases,
  ) {}

  /** Who would see it and who no longer. */
  async preview(viewer: Viewer, discussionId: string, toSpaceId: string): Promise<AudienceChange> {
    const { place } = await this.admit(viewer, discussionId, toSpaceId);
    return present(await this.audiences.changeOfMove(place.spaceId, toSpaceId));
  }

  /** Widening needs the number of people its user was shown; whoever joined in between makes it be asked again. */
  async move(viewer: Viewer, discussionId: string, toSpaceId: string, confirmAudience: number | null): Promise<void> {
    const { accountId, lock } = await this.admit(viewer, discussionId, toSpaceId);
    await this.db.write(viewer, async (tx, emit) => {
      const row = await lock(tx);
      const change = present(await this.audiences.changeOfMove(row.spaceId, toSpaceId, tx));
      if (change.isWider && confirmAudience !== change.confirmation) throw AppError.conflict('discussion.confirmAudience', { count: change.confirmation });
      // What stood above the others there is one of many here.
      await tx.query('update discussion set space_id = $2, pinned_at = null where id = $1', [row.id, toSpaceId]);
      await this.threads.sync(tx, emit, { kind: 'discussion', id: row.id }, { spaceId: toSpaceId });
      await this.cases.moved(tx, 'discussion', [row.id], toSpaceId);
      const polls: { id: string }[] = await tx.query('select id from poll where discussion_id = $1', [row.id]);
      await this.cases.moved(tx, 'poll', polls.map(({ id }) => id), toSpaceId);
      await this.sight.follow(tx, row.id, row.spaceId, toSpaceId);
      await this.audit.record(tx, viewer, { act: 'discussions.moved', subjectKind: 'discussion', subjectId: row.id, spaceId: row.spaceId, details: { toSpaceId } });
      this.news.tell(tx, row, 'moved');
      emit(discussionEvents.moved({ discussionId: row.id, spaceId: toSpaceId, fromSpaceId: row.spaceId, byId: accountId }));
    });
  }

  private async admit(viewer: Viewer, discussionId: string, toSpaceId: string): Promise<Admitted> {
    const admitted = await this.gate.admit(viewer, discussionId, canRearrange, 'discussion.moderatorsOnly');
    await this.gate.admitToSpace(viewer, toSpaceId);
    if (admitted.place.spaceId === toSpaceId) throw AppError.badInput('toSpaceId', 'discussion.sameSpace');
    return admitted;
  }
}

function present(change: AudienceChange | null): AudienceChange {
  if (change === null) throw AppError.notFound();
  return change;
}
