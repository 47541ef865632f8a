import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { changedMeanwhile, ModeratedKinds, type ModeratedItem, type ModeratedKind, type ModerationAct, type Surrounding } from '#moderation/server';
import { Audit, type Emit } from '#platform/server';
import { PlacePosts, type LockedPost } from './post/place-posts.js';
import { PostCards, type PostCard } from './post/post-cards.js';

/** Posts as moderation sees them. */
@Injectable()
export class ThreadsModeration implements ModeratedKind {
  readonly kind = 'post';

  constructor(
    @Inject(ModeratedKinds) kinds: ModeratedKinds,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(PostCards) private readonly cards: PostCards,
    @Inject(PlacePosts) private readonly placing: PlacePosts,
  ) {
    kinds.register(this);
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ModeratedItem>> {
    return new Map((await this.cards.of(viewer, ids)).map((card) => [card.id, itemOf(card)]));
  }

  async around(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Surrounding[]>> {
    const beside = (place: 'before' | 'after') => (card: PostCard): Surrounding => ({ id: card.id, authorId: card.authorIds[0] ?? null, html: card.html, writtenAt: card.createdAt, place });
    const found = await this.cards.around(viewer, ids);
    return new Map([...found].map(([id, { before, after }]) => [id, [...before.map(beside('before')), ...after.map(beside('after'))]]));
  }

  async hide(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void> {
    const post = await this.locked(tx, act, ['published']);
    await this.placing.hide(tx, emit, post, act.reason, act.viewer.accountId);
    await this.record(tx, act, post, 'threads.postHidden');
  }

  async restore(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void> {
    const post = await this.locked(tx, act, ['hidden']);
    await this.placing.show(tx, emit, post);
    await this.record(tx, act, post, 'threads.postShownAgain');
  }

  async release(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void> {
    const post = await this.locked(tx, act, ['review']);
    // Its author may mend a held post: nothing is published that the moderator has not read.
    if ((act.seenText ?? post.plainText) !== post.plainText) throw changedMeanwhile();
    await this.placing.release(tx, emit, post);
  }

  async reject(tx: EntityManager, emit: Emit, act: ModerationAct): Promise<void> {
    await this.placing.hide(tx, emit, await this.locked(tx, act, ['review']), act.reason, act.viewer.accountId);
  }

  private async locked(tx: EntityManager, { id }: ModerationAct, states: readonly LockedPost['state'][]): Promise<LockedPost> {
    const post = await this.placing.lock(tx, id);
    if (post === null || post.isDeleted || !states.includes(post.state)) throw changedMeanwhile();
    return post;
  }

  private async record(tx: EntityManager, { viewer }: ModerationAct, { id, thread }: LockedPost, act: string): Promise<void> {
    await this.audit.record(tx, viewer, { act, subjectKind: 'post', subjectId: id, spaceId: thread.spaceId });
  }
}

function itemOf({ id, spaceId, authorIds, state, title, path, html, plainText, createdAt, subjectPath }: PostCard): ModeratedItem {
  return { id, spaceId, authorIds, state, title, path, html, text: plainText, writtenAt: createdAt, context: { title, path: subjectPath } };
}
