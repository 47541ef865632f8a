import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes } from '#platform/server';

/** A deleted text is to be forgotten also where nothing of it was ever shown. */
export class ThreadsForgotten1700000000703 implements MigrationInterface {
  readonly name = 'ThreadsForgotten1700000000703';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addIndexes(runner, { post_text_to_forget: `post (deleted_at, id) where deleted_at is not null and (body <> '' or html <> '')` });
    await runner.query('drop index concurrently if exists post_to_forget');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index post_text_to_forget');
    await addIndexes(runner, { post_to_forget: `post (deleted_at, id) where deleted_at is not null and html <> ''` });
  }
}
