import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a notice costs is paid for each who is told, with every reply: no index that another one stands in for (that of
 * accounts and occasions finds an account's notices as well), no look at two other tables. Spaces are never deleted, and of
 * whoever leaves, the row stays and `notifications.leaving` takes the notices.
 */
export class LeanerNotices1700000000602 implements MigrationInterface {
  readonly name = 'LeanerNotices1700000000602';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index notice_by_account;
      alter table notice drop constraint notice_account_id_fkey, drop constraint notice_space_id_fkey;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index notice_by_account on notice (account_id, created_at desc);
      alter table notice
        add constraint notice_account_id_fkey foreign key (account_id) references account (id) on delete cascade,
        add constraint notice_space_id_fkey foreign key (space_id) references space (id) on delete cascade;
    `);
  }
}
