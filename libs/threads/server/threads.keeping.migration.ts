import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be forgotten is looked for each night: among what was deleted and replaced, not among all. */
export class ThreadsKeeping1700000000702 implements MigrationInterface {
  readonly name = 'ThreadsKeeping1700000000702';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index post_to_forget on post (deleted_at, id) where deleted_at is not null and html <> '';
      create index post_revision_by_age on post_revision (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index post_revision_by_age, post_to_forget');
  }
}
