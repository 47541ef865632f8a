import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { ProgrammeRole, SiteRole } from '#access/server';

/** How far a registration has come; `approved` alone is a member of the programme. */
export type AccountStanding = 'unconfirmed' | 'waiting' | 'approved' | 'declined';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  readonly id: string;

  @Column('text')
  address: string;

  @Column('text')
  name: string;

  /** PHC string of argon2id; null where a password was never set (invited, not yet arrived). */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('text')
  standing: AccountStanding;

  @Column('text', { name: 'site_roles', array: true })
  siteRoles: SiteRole[];

  @Column('text', { name: 'programme_roles', array: true })
  programmeRoles: ProgrammeRole[];

  @Column('text')
  locale: 'de' | 'en';

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  /** A new address that waits for its confirmation. */
  @Column('text', { name: 'pending_address', nullable: true })
  pendingAddress: string | null;

  @Column('timestamptz', { name: 'sheet_finished_at', nullable: true })
  sheetFinishedAt: Date | null;

  /** `infinity` (a block without end) arrives as the number Infinity; see `isSuspended`. */
  @Column('timestamptz', { name: 'suspended_until', nullable: true })
  suspendedUntil: Date | number | null;

  @Column('text', { name: 'suspended_reason', nullable: true })
  suspendedReason: string | null;

  /** Gone for everybody else; see `erasedAt` for whether it can come back. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  /** From when on a deletion is made final; null where none is under way. */
  @Column('timestamptz', { name: 'deletion_final_at', nullable: true })
  deletionFinalAt: Date | null;

  /** Since when nothing of the person is left. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  readonly updatedAt: Date;
}
