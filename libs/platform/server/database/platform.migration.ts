import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that belong to no domain: created-once marks, limits, settings. */
export class Platform1700000000100 implements MigrationInterface {
  readonly name = 'Platform1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table created_once (
        id uuid primary key,
        account_id uuid,
        fingerprint text not null,
        created_at timestamptz not null default now()
      );
      create table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      create table setting (
        name text primary key,
        value jsonb not null,
        updated_at timestamptz not null default now(),
        updated_by uuid
      );
      create table audit_entry (
        id uuid primary key,
        at timestamptz not null default now(),
        actor_id uuid,
        act text not null,
        subject_kind text not null,
        subject_id uuid,
        space_id uuid,
        details jsonb not null default '{}'
      );
      create index audit_entry_by_time on audit_entry (at desc);
      create index audit_entry_by_space on audit_entry (space_id, at desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table created_once, rate_limit, setting, audit_entry');
  }
}
