import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ContentState, Viewer } from '#access/server';
import { Contributions } from '#platform/server';

/** What a thread hangs under, as its viewer sees it now. */
export interface ThreadSubject {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** Own path of its page, e.g. `/d/foerderung-a1b2c3`. */
  readonly path: string;
  readonly spaceId: string;
  /** The owner first, then co-authors. */
  readonly authorIds: readonly string[];
  readonly state: ContentState;
  /** For who follows a topic. */
  readonly topicIds?: readonly string[];
}

/** Where a subject stands, whoever asks. */
export type HeldSubject = Omit<ThreadSubject, 'path'>;

/** What a content domain tells of its things that bear threads. */
export interface ThreadSubjectKind {
  /** Stable name, also in the table: `discussion`, `tip`. */
  readonly kind: string;
  /** Read through `visibleTo(viewer)`; what is missing in the answer is out of sight. */
  load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ThreadSubject>>;
  /** Own path that opens the subject's page at a post. */
  pathAt(subject: ThreadSubject, position: number): string;
  /**
   * Called at the end of every transaction that wrote, changed, moved or took away posts under these subjects, their
   * threads' rows still locked: for what a subject copies of its thread. In one statement, which may leave with the commit.
   */
  changed?(tx: EntityManager, subjectIds: readonly string[]): Promise<void>;
  /**
   * Threads of a kind with this method come into being with their first post and bear the id of their subject; before,
   * they read as empty ones. Others are opened by their domain through `Threads.open`.
   * Locks the subject against being moved until the transaction ends, and tells where it stands; null where it is gone.
   */
  hold?(tx: EntityManager, id: string): Promise<HeldSubject | null>;
}

/** Told by each content domain while it starts (`subjects.contribute(this)`); threads know no content by themselves. */
@Injectable()
export class ThreadSubjects {
  private readonly kinds = new Contributions<ThreadSubjectKind>('subjects of threads', ({ kind }) => kind);

  contribute(kind: ThreadSubjectKind): void {
    this.kinds.add(kind);
  }

  find(kind: string): ThreadSubjectKind | undefined {
    return this.kinds.named(kind);
  }

  /** Kinds whose threads appear with the first post. */
  get openedByFirstPost(): readonly ThreadSubjectKind[] {
    return this.kinds.all.filter((kind) => kind.hold !== undefined);
  }

  /** Tells the subject of a thread that its posts changed. */
  async changed(tx: EntityManager, thread: { readonly subjectKind: string; readonly subjectId: string }): Promise<void> {
    await this.find(thread.subjectKind)?.changed?.(tx, [thread.subjectId]);
  }

  /** Own path of a post; null where its subject is out of sight or a domain is gone. */
  pathOf(kind: string, subject: ThreadSubject | null, position: number | null): string | null {
    if (subject === null) return null;
    return position === null ? subject.path : (this.find(kind)?.pathAt(subject, position) ?? subject.path);
  }
}
