import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Contributions } from '#platform/server';

/** Something that can be followed, by kind and id: a thread, a topic, a space. */
export interface FollowTarget {
  readonly kind: string;
  readonly id: string;
}

export interface FollowTargetView {
  readonly title: string;
  /** Own path of its page. */
  readonly path: string;
}

/** A kind of things that can be followed, brought along by their domain. */
export interface FollowTargetKind {
  /** `thread`, `topic`, `space`. */
  readonly kind: string;
  /** Those that this viewer may see now; for the rest following answers as for what does not exist. */
  load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, FollowTargetView>>;
}

/** Told by each domain while it starts (`targets.register(…)`). */
@Injectable()
export class FollowTargets {
  private readonly kinds = new Contributions<FollowTargetKind>('kinds of follow targets', ({ kind }) => kind);

  register(kind: FollowTargetKind): void {
    this.kinds.add(kind);
  }

  of(kind: string): FollowTargetKind | null {
    return this.kinds.named(kind) ?? null;
  }
}
