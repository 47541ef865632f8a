import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spaces, who belongs to them, and who looked in by a logged step. Gates and requests follow in a file of their own. */
export class Spaces1700000000200 implements MigrationInterface {
  readonly name = 'Spaces1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table space (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        description text not null default '',
        -- Names of a palette that is legible in light and dark, not free colours.
        colour text not null default 'moss' check (colour in ('moss', 'meadow', 'sun', 'sand', 'brick', 'berry', 'heather', 'lake', 'sky', 'spruce', 'slate')),
        emblem text not null default 'seed' check (emblem in ('seed', 'leaf', 'sun', 'wind', 'house', 'river', 'hill', 'bridge', 'path', 'circle', 'bulb', 'wheel')),
        visibility text not null check (visibility in ('public', 'programme', 'closed', 'hidden')),
        -- One level deep: a parent has none itself. Access is each space's own.
        parent_id uuid references space (id),
        -- For mentors or mentees only; null for everybody.
        limited_to_role text check (limited_to_role in ('mentor', 'mentee')),
        gates text[] not null default '{invitation}' check (gates <@ array['open', 'request', 'password', 'invitation']),
        -- PHC string of argon2id; set exactly while the password gate is on.
        password_hash text,
        questions text[] not null default '{}',
        publishers text not null default 'authors' check (publishers in ('authors', 'mentors', 'members')),
        -- What applicants are told: an answer within so many working days; asking again after so many days.
        answer_days smallint not null default 3,
        ask_again_days smallint not null default 30,
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index space_by_parent on space (parent_id);
      create index space_by_visibility on space (visibility);

      -- Links that were once passed on keep working; the current address stands in space.
      create table space_former_slug (
        slug text primary key,
        space_id uuid not null references space (id) on delete cascade,
        retired_at timestamptz not null default now()
      );

      create table space_member (
        space_id uuid not null references space (id) on delete cascade,
        account_id uuid not null references account (id) on delete cascade,
        role text not null check (role in ('member', 'author', 'moderator')),
        joined_at timestamptz not null default now(),
        primary key (space_id, account_id)
      );
      create index space_member_by_account on space_member (account_id);

      -- A coordinator's deliberate, logged look into a space; readable until it ends.
      create table space_entry (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        account_id uuid not null references account (id) on delete cascade,
        reason text not null,
        entered_at timestamptz not null default now(),
        ends_at timestamptz not null
      );
      create index space_entry_by_account on space_entry (account_id, ends_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table space_entry, space_member, space_former_slug, space');
  }
}
