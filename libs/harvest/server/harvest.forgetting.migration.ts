import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether moderation had hidden what a passage was taken from: known also once the post is gone. */
export class HarvestForgetting1700000000853 implements MigrationInterface {
  readonly name = 'HarvestForgetting1700000000853';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table harvest_passage add column was_hidden boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table harvest_passage drop column was_hidden');
  }
}
