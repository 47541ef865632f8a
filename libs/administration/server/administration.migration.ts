import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changed versions of the editable pages; the standard wording lives in code until somebody changes it. */
export class Administration1700000000500 implements MigrationInterface {
  readonly name = 'Administration1700000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table site_page_version (
        slug text not null,
        locale text not null check (locale in ('de', 'en')),
        version integer not null check (version > 1),
        title text not null,
        body text not null,
        html text not null,
        valid_from timestamptz not null default now(),
        changed_by uuid references account (id),
        primary key (slug, locale, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table site_page_version');
  }
}
