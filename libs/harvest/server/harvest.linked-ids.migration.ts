import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LINKED_IDS_FUNCTION } from '#text/server';

/** Finds the chosen passages of a person who goes, and those that name or quote the person. */
export class HarvestLinkedIds1700000000852 implements MigrationInterface {
  readonly name = 'HarvestLinkedIds1700000000852';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKED_IDS_FUNCTION);
    await runner.query('create index harvest_passage_by_link on harvest_passage using gin (linked_ids(text)); create index harvest_passage_by_author on harvest_passage (author_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index harvest_passage_by_author, harvest_passage_by_link');
  }
}
