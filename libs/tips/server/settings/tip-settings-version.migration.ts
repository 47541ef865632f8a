import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings are edited against the version they were read at, so that nobody takes back unseen what somebody else has just set. */
export class TipSettingsVersion1700000000402 implements MigrationInterface {
  readonly name = 'TipSettingsVersion1700000000402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tip_settings add column version integer not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tip_settings drop column version');
  }
}
