import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The vocabulary of the whole programme. Databases made before it had a library of its own have it already. */
export class Topics1700000000500 implements MigrationInterface {
  readonly name = 'Topics1700000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table if not exists topic (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        description text not null default '',
        synonyms text[] not null default '{}',
        retired_at timestamptz,
        -- A merged topic stays as a signpost: its address and its name still lead somewhere.
        merged_into_id uuid references topic (id),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index if not exists topic_by_name on topic (lower(name)) where merged_into_id is null;
    `);
  }

  async down(): Promise<void> {
    // What it did not make it does not take away.
  }
}
