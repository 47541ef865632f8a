import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the few discussions that somebody who goes for good has closed or hidden. */
export class DiscussionsActs1700000000802 implements MigrationInterface {
  readonly name = 'DiscussionsActs1700000000802';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index discussion_by_closer on discussion (closed_by) where closed_by is not null;
      create index discussion_by_hider on discussion (hidden_by) where hidden_by is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index discussion_by_hider, discussion_by_closer');
  }
}
