import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and their sessions; further tables of this domain follow in files of their own. */
export class Accounts1700000000110 implements MigrationInterface {
  readonly name = 'Accounts1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key,
        -- Lower case; unique also against two registrations at one moment.
        address text not null,
        name text not null,
        password_hash text,
        standing text not null check (standing in ('unconfirmed', 'waiting', 'approved', 'declined')),
        site_roles text[] not null default '{}',
        programme_roles text[] not null default '{}',
        locale text not null default 'de' check (locale in ('de', 'en')),
        confirmed_at timestamptz,
        approved_at timestamptz,
        suspended_until timestamptz,
        suspended_reason text,
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index account_address on account (lower(address)) where deleted_at is null;
      create index account_by_standing on account (standing, created_at);
      create index account_by_name on account (name collate "de-x-icu", id);

      create table session (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        -- Only the SHA-256 of the token is kept: a stolen table opens no session.
        token_hash text not null unique,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        idle_expires_at timestamptz not null,
        expires_at timestamptz not null,
        device text not null default ''
      );
      create index session_by_account on session (account_id);

      -- The one rule for "is this session good": read by everything that turns a cookie into a viewer.
      create view live_session as
        select s.id, s.token_hash, s.last_seen_at, a.id as account_id, a.standing, a.site_roles, a.programme_roles, a.locale
        from session s
        join account a on a.id = s.account_id
        where s.idle_expires_at > now()
          and s.expires_at > now()
          and a.deleted_at is null
          and (a.suspended_until is null or a.suspended_until <= now())
          and a.standing in ('waiting', 'approved', 'declined');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view live_session; drop table session, account');
  }
}
