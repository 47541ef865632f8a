import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was reminded of a request for their words: once is enough. */
export class HarvestReminder1700000000851 implements MigrationInterface {
  readonly name = 'HarvestReminder1700000000851';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table harvest_voice add column reminded_at timestamptz;
      create index harvest_voice_to_remind on harvest_voice (asked_at) where answered_at is null and reminded_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table harvest_voice drop column reminded_at');
  }
}
