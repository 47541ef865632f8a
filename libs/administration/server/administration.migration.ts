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
      -- Hints about barriers until they are mailed; then they are gone.
      create table barrier_hint (
        id uuid primary key,
        reader_name text not null,
        reader_address text not null,
        reader_locale text not null,
        page text not null,
        text text not null,
        answer_to text not null,
        created_at timestamptz not null default now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table barrier_hint, site_page_version');
  }
}
