import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes } from '#platform/server';

/** What is to be forgotten is looked for each night: among what was deleted and replaced, not among all. */
export class ThreadsKeeping1700000000702 implements MigrationInterface {
  readonly name = 'ThreadsKeeping1700000000702';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addIndexes(runner, {
      post_to_forget: `post (deleted_at, id) where deleted_at is not null and html <> ''`,
      post_revision_by_age: 'post_revision (created_at)',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index post_revision_by_age, post_to_forget');
  }
}
