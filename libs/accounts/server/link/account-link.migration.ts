import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link remembers where it was mailed to. Those that were sent before do not; they live for days at most and are asked for again. */
export class AccountLinkAddress1700000000112 implements MigrationInterface {
  readonly name = 'AccountLinkAddress1700000000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from account_link where purpose = 'changeAddress';
      alter table account_link add column address text;
      update account_link l set address = a.address from account a where a.id = l.account_id;
      alter table account_link alter column address set not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account_link drop column address');
  }
}
