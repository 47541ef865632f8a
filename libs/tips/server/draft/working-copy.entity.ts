import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is being written about one tip. */
@Entity('tip_working_copy')
export class WorkingCopyEntity {
  @PrimaryColumn('uuid', { name: 'tip_id' })
  readonly tipId: string;

  /** Counts up with each saving. */
  @Column('integer')
  version: number;

  @Column('integer', { name: 'base_revision_number' })
  baseRevisionNumber: number;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text')
  body: string;

  @Column('uuid', { name: 'topic_ids', array: true })
  topicIds: string[];

  /** The owner first; become the tip's with the release. */
  @Column('uuid', { name: 'author_ids', array: true })
  authorIds: string[];

  @Column('text')
  note: string;

  @Column('boolean', { name: 'is_minor' })
  isMinor: boolean;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('uuid', { name: 'saved_by' })
  savedById: string;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedById: string | null;

  @Column('timestamptz', { name: 'returned_at', nullable: true })
  returnedAt: Date | null;

  @Column('uuid', { name: 'returned_by', nullable: true })
  returnedById: string | null;

  @Column('text', { name: 'return_comment', nullable: true })
  returnComment: string | null;
}
