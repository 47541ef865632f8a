import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is being written before it becomes a discussion. */
export class DiscussionsDrafts1700000000804 implements MigrationInterface {
  readonly name = 'DiscussionsDrafts1700000000804';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No foreign key to the space: words outlive the place they were meant for. The account belongs to the key, so that
      -- an id somebody else has made tells nothing.
      create table discussion_draft (
        account_id uuid not null references account (id) on delete cascade,
        id uuid not null,
        space_id uuid not null,
        kind text not null check (kind in ('question', 'exchange')),
        title text not null,
        topic_ids uuid[] not null default '{}',
        body text not null,
        poll jsonb,
        version integer not null,
        saved_at timestamptz not null,
        primary key (account_id, id)
      );
      create index discussion_draft_by_link on discussion_draft using gin (linked_ids(body));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table discussion_draft');
  }
}
