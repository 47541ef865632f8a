import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { memberOf } from '#accounts/server';
import { Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { FollowTargets, type FollowTarget, type FollowTargetView } from './follow-targets.registry.js';
import { Following, type FollowLevel } from './following.js';

/** Something chosen, as its follower sees it now. */
export interface Followed extends FollowTarget, FollowTargetView {
  readonly level: FollowLevel;
}

const LISTED_AT_MOST = 200;

/** Following as people choose it: only what they see. */
@Injectable()
export class FollowService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Following) private readonly following: Following,
    @Inject(FollowTargets) private readonly targets: FollowTargets,
  ) {}

  async levelOf(viewer: Viewer, target: FollowTarget): Promise<FollowLevel> {
    await this.seen(viewer, target);
    return (await this.following.chosenBy(memberOf(viewer), target.kind, [target.id])).get(target.id) ?? 'answers';
  }

  async set(viewer: Viewer, target: FollowTarget, level: FollowLevel): Promise<Followed> {
    const view = await this.seen(viewer, target);
    await this.db.write(viewer, async (tx) => this.following.set(tx, memberOf(viewer), target, level));
    return { ...target, ...view, level };
  }

  async list(viewer: Viewer): Promise<readonly Followed[]> {
    const rows = await this.db.query<FollowTarget & { level: FollowLevel }>(
      'select target_kind as kind, target_id as id, level from following where account_id = $1 order by since desc, target_id limit $2',
      [memberOf(viewer), LISTED_AT_MOST],
    );
    const views = new Map<string, ReadonlyMap<string, FollowTargetView>>();
    for (const kind of new Set(rows.map((row) => row.kind))) {
      views.set(kind, (await this.targets.of(kind)?.load(viewer, rows.filter((row) => row.kind === kind).map(({ id }) => id))) ?? new Map());
    }
    return rows.flatMap((row) => {
      const view = views.get(row.kind)?.get(row.id);
      return view === undefined ? [] : [{ ...row, title: view.title, path: view.path }];
    });
  }

  /** The same answer for an unknown kind, an unknown id and what is out of sight. */
  private async seen(viewer: Viewer, { kind, id }: FollowTarget): Promise<FollowTargetView> {
    memberOf(viewer);
    const view = (await this.targets.of(kind)?.load(viewer, [id]))?.get(id);
    if (view === undefined) throw AppError.notFound();
    return { title: view.title, path: view.path };
  }
}
