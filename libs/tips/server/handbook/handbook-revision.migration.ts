import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every saved state of a handbook stays, with who saved it; a deleted one can be brought back. */
export class HandbookRevisions1700000000401 implements MigrationInterface {
  readonly name = 'HandbookRevisions1700000000401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table handbook add column changed_by uuid;
      alter table handbook add column deleted_at timestamptz;
      alter table handbook add column deleted_by uuid;

      create table handbook_revision (
        id uuid primary key,
        handbook_id uuid not null references handbook (id) on delete cascade,
        number integer not null,
        title text not null,
        intro text not null,
        intro_html text not null,
        -- As in handbook.
        chapters jsonb not null,
        author_id uuid,
        restored_from integer,
        created_at timestamptz not null,
        unique (handbook_id, number)
      );

      -- What stands today is the first that is kept. Who saved it is known only where nobody changed it since it was made.
      insert into handbook_revision (id, handbook_id, number, title, intro, intro_html, chapters, author_id, created_at)
        select gen_random_uuid(), id, version, title, intro, intro_html, chapters, case when version = 1 then author_ids[1] end, updated_at from handbook;
      update handbook set changed_by = author_ids[1] where version = 1;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table handbook_revision;
      delete from handbook where deleted_at is not null;
      alter table handbook drop column changed_by, drop column deleted_at, drop column deleted_by;
    `);
  }
}
