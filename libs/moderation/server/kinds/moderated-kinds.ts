import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SpaceContent, Viewer } from '#access/server';
import { Contributions, type Emit } from '#platform/server';
import { AppError } from '#platform/shared';

/** An item as moderation shows it, loaded with the visibility of its viewer. */
export interface ModeratedItem extends SpaceContent {
  /** What it is called; of a post the title of what it hangs under. */
  readonly title: string;
  /** Own path that leads to it. */
  readonly path: string;
  /** Rendered by the text library, nothing else. */
  readonly html: string;
  /** The same without marks, in which watched words are shown. */
  readonly text: string;
  readonly writtenAt: Date;
  /** What it hangs under, where it is part of something. */
  readonly context: { readonly title: string; readonly path: string } | null;
}

/** What stands right before and after an item: a judgement needs it. */
export interface Surrounding {
  readonly id: string;
  readonly authorId: string | null;
  readonly html: string;
  readonly writtenAt: Date;
  readonly place: 'before' | 'after';
}

/** One decision as the content carries it out. The right to it has been checked, the item was seen a moment ago. */
export interface ModerationAct {
  readonly id: string;
  readonly viewer: Viewer;
  /** As the author reads it. */
  readonly reason: string;
  /** The {@link ModeratedItem.text} that was decided about; null or absent where it does not matter. `release` compares it with the row it has locked. */
  readonly seenText?: string | null;
  /** Of `restore`: how many would see it, as whoever decided was told; null where they were not. A kind that asks for it elsewhere throws {@link audienceChanged}. */
  readonly confirmAudience?: number | null;
}

/**
 * What a content domain tells moderation about one of its kinds. Every write runs inside moderation's transaction, locks
 * the item's row and throws {@link changedMeanwhile} where it is not in the state the act begins from; reads use `tx` alone.
 */
export interface ModeratedKind {
  /** As in links and GraphQL: `tip`, `post`, `discussion`, `poll`. */
  readonly kind: string;
  /** Today's items among those ids that this viewer may see, by `visibleTo`; others are missing. */
  load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ModeratedItem>>;
  /** Of each of those items at most two before and two after it, only what the viewer may see. */
  around?(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Surrounding[]>>;
  /** Out of sight (`hidden`): from published or retired. */
  hide(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void>;
  /** Back to what it was before it was hidden or rejected. */
  restore(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void>;
  /** Publishes what the gate held (`review`). Needed by kinds that ask {@link ModerationGate}. */
  release?(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void>;
  /** Keeps what the gate held out of sight for good (`hidden`): its author still sees it with the reason. */
  reject?(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void>;
}

/** Thrown by kinds: the item is no longer in the state the decision begins from. */
export function changedMeanwhile(): AppError {
  return AppError.conflict('moderation.changedMeanwhile');
}

/** Thrown by kinds: other people would see it than whoever decided was told. @param count how many it is now; 0 where everyone would. */
export function audienceChanged(count: number): AppError {
  return AppError.conflict('moderation.confirmAudience', { count });
}

/** Told by each content domain while it starts; moderation knows no kind by itself. */
@Injectable()
export class ModeratedKinds {
  private readonly kinds = new Contributions<ModeratedKind>('moderated kinds', ({ kind }) => kind);

  register(kind: ModeratedKind): void {
    this.kinds.add(kind);
  }

  /** Undefined for what nobody has registered: to callers the same as something that does not exist. */
  named(kind: string): ModeratedKind | undefined {
    return this.kinds.named(kind);
  }

  /** @returns by `kind id`, those the viewer sees. */
  async loadAll(viewer: Viewer, wanted: readonly { readonly kind: string; readonly id: string }[]): Promise<ReadonlyMap<string, ModeratedItem>> {
    const found = new Map<string, ModeratedItem>();
    await Promise.all(
      this.kinds.all.map(async (kind) => {
        const ids = wanted.filter((one) => one.kind === kind.kind).map(({ id }) => id);
        if (ids.length === 0) return;
        for (const [id, item] of await kind.load(viewer, [...new Set(ids)])) found.set(itemKey(kind.kind, id), item);
      }),
    );
    return found;
  }

  /** What stands around items, by `kind id`; kinds whose items stand for themselves have none. */
  async aroundAll(viewer: Viewer, wanted: readonly { readonly kind: string; readonly id: string }[]): Promise<ReadonlyMap<string, readonly Surrounding[]>> {
    const found = new Map<string, readonly Surrounding[]>();
    await Promise.all(
      this.kinds.all.map(async (kind) => {
        const ids = wanted.filter((one) => one.kind === kind.kind).map(({ id }) => id);
        if (ids.length === 0 || kind.around === undefined) return;
        for (const [id, around] of await kind.around(viewer, [...new Set(ids)])) found.set(itemKey(kind.kind, id), around);
      }),
    );
    return found;
  }
}

/** Differs as soon as title or text does. */
export function versionOf({ title, html }: Pick<ModeratedItem, 'title' | 'html'>): string {
  return createHash('sha256').update(JSON.stringify([title, html])).digest('base64url').slice(0, 22);
}

export function itemKey(kind: string, id: string): string {
  return `${kind} ${id}`;
}
