import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails to one person are counted when they go out, not when they are planned. */
export class CountedMails1700000000601 implements MigrationInterface {
  readonly name = 'CountedMails1700000000601';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice_mail add column counted_at timestamptz;
      update notice_mail set counted_at = sent_at where sent_at > now() - interval '1 hour';
      create index notice_mail_counted on notice_mail (account_id, counted_at desc) where counted_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice_mail drop column counted_at');
  }
}
