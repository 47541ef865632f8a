import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A wording can need consent anew. Those before did not say so, so nobody is asked because of them. */
export class ConsentNeed1700000000501 implements MigrationInterface {
  readonly name = 'ConsentNeed1700000000501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table site_page_version add column needs_consent boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table site_page_version drop column needs_consent');
  }
}
