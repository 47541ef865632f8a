import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody keeps for later. */
export class Bookmarks1700000000670 implements MigrationInterface {
  readonly name = 'Bookmarks1700000000670';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bookmark (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        -- The thing lies in a table of its domain, so nothing ties the two; what is gone or out of sight is not shown.
        kind text not null,
        target_id uuid not null,
        note text not null default '',
        remind_on date,
        -- The day that was reminded of: another day reminds again.
        reminded_on date,
        created_at timestamptz not null,
        unique (account_id, kind, target_id)
      );
      create index bookmark_of_account on bookmark (account_id, created_at desc, id desc);
      create index bookmark_to_remind on bookmark (remind_on) where remind_on is not null and reminded_on is distinct from remind_on;
      create index bookmark_of_target on bookmark (kind, target_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bookmark');
  }
}
