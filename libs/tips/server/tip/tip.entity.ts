import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { ContentState } from '#access/server';
import type { OutlineEntry } from '#text/server';

/** A practice tip: the released text and where it stands. What is being written lies in the working copy. */
@Entity('tip')
export class TipEntity {
  @PrimaryColumn('uuid')
  readonly id: string;

  @Column('uuid', { name: 'space_id' })
  spaceId: string;

  /** The owner first, then co-authors. */
  @Column('uuid', { name: 'author_ids', array: true })
  authorIds: string[];

  @Column('text')
  state: ContentState;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text')
  body: string;

  @Column('text')
  html: string;

  @Column('jsonb')
  outline: readonly OutlineEntry[];

  @Column('text', { name: 'plain_text' })
  plainText: string;

  @Column('integer')
  words: number;

  @Column('integer', { name: 'reading_minutes' })
  readingMinutes: number;

  @Column('uuid', { name: 'topic_ids', array: true })
  topicIds: string[];

  @Column('integer', { name: 'revision_number' })
  revisionNumber: number;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** Before the first release: when it was begun. */
  @Column('timestamptz', { name: 'revised_at' })
  revisedAt: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;

  @Column('text', { name: 'state_before_hiding', nullable: true })
  stateBeforeHiding: Exclude<ContentState, 'hidden'> | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;

  @Column('uuid', { name: 'hidden_by', nullable: true })
  hiddenById: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt: Date | null;

  @Column('uuid', { name: 'checked_by', nullable: true })
  checkedById: string | null;

  /** `YYYY-MM-DD`. */
  @Column('date', { name: 'check_due_on', nullable: true })
  checkDueOn: string | null;

  @Column('date', { name: 'overdue_told_on', nullable: true })
  overdueToldOn: string | null;

  @Column('integer', { name: 'helped_count' })
  helpedCount: number;

  /** Relative path of the imported file. */
  @Column('text', { name: 'source_key', nullable: true })
  sourceKey: string | null;

  @Column('text', { name: 'source_fingerprint', nullable: true })
  sourceFingerprint: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  readonly updatedAt: Date;
}
