import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LINKED_IDS_FUNCTION } from '#text/server';

/** Finds what somebody who goes for good has written, and the few texts of others that name or quote the person. */
export class TipsLinkedIds1700000000403 implements MigrationInterface {
  readonly name = 'TipsLinkedIds1700000000403';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKED_IDS_FUNCTION);
    await runner.query(`
      create index tip_by_link on tip using gin (linked_ids(body || html));
      create index tip_working_copy_by_link on tip_working_copy using gin (linked_ids(body));
      create index tip_kept_draft_by_link on tip_kept_draft using gin (linked_ids(body));
      create index tip_revision_by_link on tip_revision using gin (linked_ids(body));
      create index tip_working_copy_by_author on tip_working_copy using gin (author_ids);
      create index tip_kept_draft_by_saver on tip_kept_draft (saved_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index tip_kept_draft_by_saver, tip_working_copy_by_author, tip_revision_by_link, tip_kept_draft_by_link, tip_working_copy_by_link, tip_by_link');
  }
}
