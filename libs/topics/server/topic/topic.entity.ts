import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A word of the programme's vocabulary. */
@Entity('topic')
export class TopicEntity {
  @PrimaryColumn('uuid')
  readonly id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('text', { array: true })
  synonyms: string[];

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  readonly updatedAt: Date;
}
