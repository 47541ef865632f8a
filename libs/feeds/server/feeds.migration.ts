import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Personal addresses of feeds: one per account and space, known only by the hash of their token. */
export class Feeds1700000000680 implements MigrationInterface {
  readonly name = 'Feeds1700000000680';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feed_address (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        space_id uuid not null references space (id) on delete cascade,
        token_hash text not null unique,
        -- When the present token was made.
        created_at timestamptz not null,
        -- A day is enough to see whether anybody still reads it, and no more than needed is kept.
        last_read_on date,
        unique (account_id, space_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table feed_address');
  }
}
