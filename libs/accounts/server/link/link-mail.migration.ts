import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link knows which mail brought it: tried again, a mail brings the same link, and none once that is used or another took its place. */
export class AccountLinkMail1700000000116 implements MigrationInterface {
  readonly name = 'AccountLinkMail1700000000116';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account_link add column mail_id uuid;
      create table account_link_ended (
        mail_id uuid primary key,
        ended_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table account_link_ended; alter table account_link drop column mail_id');
  }
}
