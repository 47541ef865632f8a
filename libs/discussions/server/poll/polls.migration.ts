import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Polls are hidden and shown again like other words. */
export class DiscussionsPolls1700000000803 implements MigrationInterface {
  readonly name = 'DiscussionsPolls1700000000803';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table poll
        add column state text not null default 'published' check (state in ('published', 'hidden')),
        add column hidden_reason text,
        add column hidden_by uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from poll where state = 'hidden'; alter table poll drop column state, drop column hidden_reason, drop column hidden_by`);
  }
}
