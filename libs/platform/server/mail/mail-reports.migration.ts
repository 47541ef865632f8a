import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that come back later may be handed in twice; each counts once. */
export class MailReports1700000000102 implements MigrationInterface {
  readonly name = 'MailReports1700000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail_refusal add column report_hash text;
      create unique index mail_refusal_report on mail_refusal (address_hash, report_hash) where report_hash is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail_refusal drop column report_hash');
  }
}
