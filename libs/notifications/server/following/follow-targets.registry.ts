import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';

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
  private readonly kinds = new Map<string, FollowTargetKind>();

  register(kind: FollowTargetKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`two kinds of follow targets called ${kind.kind}`);
    this.kinds.set(kind.kind, kind);
  }

  of(kind: string): FollowTargetKind | null {
    return this.kinds.get(kind) ?? null;
  }
}
