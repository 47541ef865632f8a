import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies that went beyond what can be read: excerpts of first posts out of sight, positions of posts that are no longer there. */
export class DiscussionsCopies1700000000801 implements MigrationInterface {
  readonly name = 'DiscussionsCopies1700000000801';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update discussion d set excerpt = '' from post p
        where p.thread_id = d.id and p.is_opening and p.state <> 'published' and d.state = 'published' and d.excerpt <> '';
      update discussion d set last_position = coalesce((select max(p.position) from post p where p.thread_id = d.id and p.state = 'published' and p.deleted_at is null), 0)
        where exists (select from post p where p.thread_id = d.id and (p.state <> 'published' or p.deleted_at is not null)) or exists (select from post_moved m where m.thread_id = d.id);
      -- Whoever leaves, or asks for all that is kept about them, is looked for by it.
      create index poll_vote_of_voter on poll_vote (voter);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index poll_vote_of_voter');
  }
}
