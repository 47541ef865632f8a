import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes } from '#platform/server';
import { LINKED_IDS_FUNCTION } from '#text/server';

/** Finds the few texts that name or quote a person without reading all: when the person goes, they are locked and changed. */
export class ThreadsLinkedIds1700000000701 implements MigrationInterface {
  readonly name = 'ThreadsLinkedIds1700000000701';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKED_IDS_FUNCTION);
    await addIndexes(runner, {
      post_by_link: 'post using gin (linked_ids(body || html))',
      post_revision_by_link: 'post_revision using gin (linked_ids(body))',
      post_draft_by_link: 'post_draft using gin (linked_ids(body))',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index post_draft_by_link, post_revision_by_link, post_by_link');
  }
}
