import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes } from '#platform/server';
import { LINKED_IDS_FUNCTION } from '#text/server';

/** Finds what somebody who goes for good has written, and the few texts of others that name or quote the person. */
export class TipsLinkedIds1700000000403 implements MigrationInterface {
  readonly name = 'TipsLinkedIds1700000000403';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKED_IDS_FUNCTION);
    await addIndexes(runner, {
      tip_by_link: 'tip using gin (linked_ids(body || html))',
      tip_working_copy_by_link: 'tip_working_copy using gin (linked_ids(body))',
      tip_kept_draft_by_link: 'tip_kept_draft using gin (linked_ids(body))',
      tip_revision_by_link: 'tip_revision using gin (linked_ids(body))',
      tip_working_copy_by_author: 'tip_working_copy using gin (author_ids)',
      tip_kept_draft_by_saver: 'tip_kept_draft (saved_by)',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index tip_kept_draft_by_saver, tip_working_copy_by_author, tip_revision_by_link, tip_kept_draft_by_link, tip_working_copy_by_link, tip_by_link');
  }
}
