import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An account on its way out is gone for everybody else at once (`deleted_at`) and can be kept until it is erased. Its
 * address stays taken until then, so that nobody else moves in while its owner may still come back.
 */
export class AccountLeaving1700000000115 implements MigrationInterface {
  readonly name = 'AccountLeaving1700000000115';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account
        add column deletion_final_at timestamptz,
        -- A coordinator, where it was not the person.
        add column deletion_asked_by uuid references account (id) on delete set null,
        add column farewell_sent_at timestamptz,
        add column erased_at timestamptz;
      update account set erased_at = deleted_at where deleted_at is not null;
      drop index account_address;
      create unique index account_address on account (lower(address)) where erased_at is null;
      create index account_leaving on account (deletion_final_at) where deletion_final_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index account_address, account_leaving;
      alter table account drop column deletion_final_at, drop column deletion_asked_by, drop column farewell_sent_at, drop column erased_at;
      create unique index account_address on account (lower(address)) where deleted_at is null;
    `);
  }
}
