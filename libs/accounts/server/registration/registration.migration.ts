import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way into the programme: consents, links, the sheet, the queue, invitations, imports, the first start. */
export class Registration1700000000111 implements MigrationInterface {
  readonly name = 'Registration1700000000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add column pending_address text;
      -- The address as it stood in the account when the password hash was made is of no interest; when it changed is.
      alter table account add column password_changed_at timestamptz;

      create table consent (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        kind text not null check (kind in ('rules', 'privacy')),
        version text not null,
        given_at timestamptz not null,
        withdrawn_at timestamptz
      );
      create index consent_by_account on consent (account_id, given_at);

      -- What a mail carries behind '#'. One per account and purpose: a newer one takes the place of the older.
      create table account_link (
        account_id uuid not null references account (id) on delete cascade,
        purpose text not null check (purpose in ('confirm', 'welcome', 'reset', 'changeAddress')),
        secret_hash text not null unique,
        expires_at timestamptz not null,
        primary key (account_id, purpose)
      );

      -- An account's way in; exactly one row per account that registered or was imported.
      create table registration (
        account_id uuid primary key references account (id) on delete cascade,
        wished_role text not null check (wished_role in ('mentor', 'mentee', 'both', 'neither')),
        stage text not null check (stage in ('confirming', 'invited', 'sheet', 'waiting', 'askedBack', 'decided')),
        stage_at timestamptz not null,
        -- Skips the queue once the address is confirmed.
        invitation_id uuid,
        -- What an import promised: roles and spaces that become true when the person arrives.
        granted_roles text[] not null default '{}',
        granted_space_ids uuid[] not null default '{}',
        created_at timestamptz not null
      );
      create index registration_queue on registration (stage, stage_at, account_id);

      -- The history: never changed, never removed before the account is.
      create table registration_step (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        at timestamptz not null,
        actor_id uuid references account (id) on delete set null,
        step text not null,
        message text not null default ''
      );
      create index registration_step_by_account on registration_step (account_id, at);

      create table role_request (
        account_id uuid primary key references account (id) on delete cascade,
        wished_role text not null check (wished_role in ('mentor', 'mentee', 'both', 'neither')),
        requested_at timestamptz not null
      );

      create table sheet_field (
        id uuid primary key,
        -- Stable name of the fields that came with the product; what imports and search rely on.
        key text unique,
        label_de text not null,
        label_en text not null,
        help_de text not null default '',
        help_en text not null default '',
        kind text not null check (kind in ('line', 'text', 'choice', 'multiple', 'phone', 'state', 'topics')),
        choices text[] not null default '{}',
        is_required boolean not null default false,
        widest_visibility text not null check (widest_visibility in ('coordination', 'spaces', 'programme')),
        default_visibility text not null check (default_visibility in ('coordination', 'spaces', 'programme')),
        position integer not null,
        archived_at timestamptz
      );

      create table sheet_value (
        account_id uuid not null references account (id) on delete cascade,
        field_id uuid not null references sheet_field (id) on delete cascade,
        answers text[] not null,
        visibility text not null check (visibility in ('coordination', 'spaces', 'programme')),
        updated_at timestamptz not null,
        primary key (account_id, field_id)
      );
      alter table account add column sheet_finished_at timestamptz;

      create table invitation (
        id uuid primary key,
        secret_hash text not null unique,
        note text not null,
        programme_roles text[] not null,
        space_ids uuid[] not null,
        expires_at timestamptz not null,
        max_uses integer not null,
        uses integer not null default 0,
        revoked_at timestamptz,
        created_at timestamptz not null,
        created_by uuid references account (id) on delete set null
      );

      create table allowed_domain (
        domain text primary key,
        programme_roles text[] not null,
        space_ids uuid[] not null,
        created_at timestamptz not null,
        created_by uuid references account (id) on delete set null
      );

      -- At most one row: the code of the running first start. Only its hash.
      create table setup_code (
        is_only boolean primary key default true check (is_only),
        code_hash text not null,
        created_at timestamptz not null
      );

      insert into sheet_field (id, key, label_de, label_en, help_de, help_en, kind, is_required, widest_visibility, default_visibility, position) values
        ('01900000-0000-7000-8000-000000000001', 'organisation', 'Organisation', 'Organisation', 'Verwaltung, Verein oder Unternehmen', 'Administration, association or company', 'line', true, 'programme', 'programme', 1),
        ('01900000-0000-7000-8000-000000000002', 'function', 'Funktion', 'Position', 'Zum Beispiel Klimaschutzmanagement oder Leitung Bauamt', 'For example climate action manager or head of the building department', 'line', true, 'programme', 'programme', 2),
        ('01900000-0000-7000-8000-000000000003', 'municipality', 'Kommune', 'Municipality', 'Stadt, Gemeinde oder Landkreis', 'City, municipality or district', 'line', true, 'programme', 'spaces', 3),
        ('01900000-0000-7000-8000-000000000004', 'state', 'Bundesland', 'Federal state', '', '', 'state', true, 'programme', 'spaces', 4),
        ('01900000-0000-7000-8000-000000000005', 'phone', 'Telefon', 'Phone', 'Nur für Rückfragen der Koordination, solange nichts anderes gewählt ist', 'Only for questions from the coordination unless chosen otherwise', 'phone', false, 'spaces', 'coordination', 5),
        ('01900000-0000-7000-8000-000000000006', 'topicsToGive', 'Gebe Erfahrung weiter zu', 'Shares experience on', 'Einzelne Stichworte, höchstens 20', 'Single keywords, at most 20', 'topics', false, 'programme', 'programme', 6),
        ('01900000-0000-7000-8000-000000000007', 'topicsToWant', 'Möchte lernen über', 'Would like to learn about', 'Einzelne Stichworte, höchstens 20', 'Single keywords, at most 20', 'topics', false, 'programme', 'spaces', 7),
        ('01900000-0000-7000-8000-000000000008', 'about', 'Über mich', 'About me', 'Ein paar Zeilen für andere im Programm', 'A few lines for others in the programme', 'text', false, 'programme', 'spaces', 8);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table setup_code, allowed_domain, invitation, sheet_value, sheet_field, role_request, registration_step, registration, account_link, consent;
      alter table account drop column pending_address, drop column password_changed_at, drop column sheet_finished_at;
    `);
  }
}
