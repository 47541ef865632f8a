import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that mail servers refuse, as fingerprints. */
export class MailRefusals1700000000101 implements MigrationInterface {
  readonly name = 'MailRefusals1700000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail_refusal (
        address_hash text not null,
        at timestamptz not null,
        code smallint not null
      );
      create index mail_refusal_by_address on mail_refusal (address_hash, at desc);
      create table mail_stop (
        address_hash text primary key,
        stopped_at timestamptz not null,
        code smallint not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail_refusal, mail_stop');
  }
}
