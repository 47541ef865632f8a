import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings are edited against the version they were read at, so that nobody takes back unseen what somebody else has just set. */
export class SpaceVersion1700000000220 implements MigrationInterface {
  readonly name = 'SpaceVersion1700000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table space add column version integer not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table space drop column version');
  }
}
