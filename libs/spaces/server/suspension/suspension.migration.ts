import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is shut out of a space for a time. Why, and by whom, stands with the measure that put them here. */
export class SpaceSuspension1700000000230 implements MigrationInterface {
  readonly name = 'SpaceSuspension1700000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table space_suspension (
        account_id uuid not null references account (id) on delete cascade,
        space_id uuid not null references space (id) on delete cascade,
        ends_at timestamptz not null,
        primary key (account_id, space_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table space_suspension');
  }
}
