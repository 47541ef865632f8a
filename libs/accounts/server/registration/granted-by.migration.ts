import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who ran an import answers for those who arrive by it. Of imports before nobody knows any more; they stay without a name. */
export class GrantedBy1700000000113 implements MigrationInterface {
  readonly name = 'GrantedBy1700000000113';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registration add column granted_by uuid references account (id) on delete set null;
      -- The list of decisions, newest first.
      create index registration_decision on registration_step (at desc, id desc)
        where step in ('approved', 'approvedByInvitation', 'approvedByDomain', 'arrived', 'declined', 'reopened');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index registration_decision; alter table registration drop column granted_by');
  }
}
