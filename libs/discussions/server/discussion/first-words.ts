import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { ModerationGate, type Verdict } from '#moderation/server';
import { Following } from '#notifications/server';
import type { Emit } from '#platform/server';
import { ReadMarks, Threads, type PreparedText } from '#threads/server';
import { DiscussionCopies } from './discussion-copies.js';

interface FirstPostOf {
  readonly id: string;
  readonly spaceId: string;
  readonly accountId: string;
  readonly postId: string;
  readonly text: PreparedText;
  readonly verdict: Verdict;
}

/** The first post, and what follows from having written it. */
@Injectable()
export class FirstWords {
  constructor(
    @Inject(Threads) private readonly threads: Threads,
    @Inject(ReadMarks) private readonly marks: ReadMarks,
    @Inject(Following) private readonly following: Following,
    @Inject(ModerationGate) private readonly moderation: ModerationGate,
    @Inject(DiscussionCopies) private readonly copies: DiscussionCopies,
  ) {}

  prepare(postId: string, body: string): PreparedText {
    return this.threads.prepare(postId, body);
  }

  async judge(viewer: Viewer, spaceId: string, title: string, text: PreparedText): Promise<Verdict> {
    return this.moderation.judge(viewer, spaceId, `${title}\n${text.plainText}`);
  }

  async write(tx: EntityManager, emit: Emit, viewer: Viewer, { id, spaceId, accountId, postId, text, verdict }: FirstPostOf): Promise<void> {
    const held = verdict.outcome === 'hold' ? { heldReasons: verdict.notes.map(({ reason }) => reason) } : {};
    await this.threads.write(tx, emit, viewer, { id: postId, threadId: id, text, ...held });
    await this.copies.refresh(tx, [id]);
    await this.marks.readAll(tx, accountId, [id]);
    await this.following.follow(tx, accountId, { kind: 'thread', id });
    await this.moderation.record(tx, emit, { kind: 'discussion', id, spaceId, authorId: accountId, verdict });
  }
}
