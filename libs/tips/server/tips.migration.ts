import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Practice tips with their drafts, revisions, topics, feedback, handbooks and imports. */
export class Tips1700000000400 implements MigrationInterface {
  readonly name = 'Tips1700000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The vocabulary of the whole programme.
      create table topic (
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
      create unique index topic_by_name on topic (lower(name)) where merged_into_id is null;

      create table tip_settings (
        space_id uuid primary key references space (id) on delete cascade,
        is_review_needed boolean not null default false,
        check_after_months integer not null default 12,
        -- [{title, help}]; null where the space uses no template.
        template jsonb
      );

      create table tip (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        -- The owner first, then co-authors.
        author_ids uuid[] not null check (cardinality(author_ids) > 0),
        state text not null check (state in ('draft', 'review', 'published', 'retired', 'hidden')),
        slug text not null unique,
        title text not null,
        summary text not null default '',
        body text not null default '',
        html text not null default '',
        outline jsonb not null default '[]',
        plain_text text not null default '',
        words integer not null default 0,
        reading_minutes integer not null default 1,
        topic_ids uuid[] not null default '{}',
        -- 0 until the first release.
        revision_number integer not null default 0,
        published_at timestamptz,
        -- The last release that was not a minor one: what "new" means to readers. Before the first: when it was begun.
        revised_at timestamptz not null default now(),
        retired_at timestamptz,
        -- Where a hidden tip goes back to.
        state_before_hiding text check (state_before_hiding in ('draft', 'review', 'published', 'retired')),
        hidden_reason text,
        hidden_by uuid,
        checked_at timestamptz,
        checked_by uuid,
        check_due_on date,
        -- The due day whose passing was told already.
        overdue_told_on date,
        helped_count integer not null default 0,
        -- Relative path of the imported file; importing again meets the same tip.
        source_key text,
        source_fingerprint text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index tip_by_space_revised on tip (space_id, revised_at desc, id desc) where state = 'published';
      create index tip_by_revised on tip (revised_at desc, id desc) where state = 'published';
      create index tip_by_title on tip (title collate "de-x-icu", id) where state = 'published';
      create index tip_by_helped on tip (helped_count desc, id desc) where state = 'published';
      create index tip_by_space_state on tip (space_id, state);
      create index tip_by_topic on tip using gin (topic_ids);
      create index tip_by_author on tip using gin (author_ids);
      create index tip_by_check on tip (check_due_on, id) where state = 'published';
      create unique index tip_by_source on tip (space_id, source_key) where source_key is not null;

      -- Every address a tip ever had leads to it for ever.
      create table tip_slug (
        slug text primary key,
        -- Claimed before the tip's own row is written, in the same transaction.
        tip_id uuid not null references tip (id) on delete cascade deferrable initially deferred,
        created_at timestamptz not null default now()
      );
      create index tip_slug_by_tip on tip_slug (tip_id);

      -- What is being written: one text per tip, beside the published one.
      create table tip_working_copy (
        tip_id uuid primary key references tip (id) on delete cascade,
        version integer not null default 1,
        base_revision_number integer not null,
        title text not null,
        summary text not null,
        body text not null,
        topic_ids uuid[] not null,
        author_ids uuid[] not null,
        note text not null default '',
        is_minor boolean not null default false,
        saved_at timestamptz not null default now(),
        saved_by uuid not null,
        submitted_at timestamptz,
        submitted_by uuid,
        returned_at timestamptz,
        returned_by uuid,
        return_comment text
      );
      create index tip_working_copy_by_saver on tip_working_copy (saved_by, saved_at desc);
      create index tip_working_copy_by_submission on tip_working_copy (submitted_at, tip_id) where submitted_at is not null;

      -- Texts that somebody else's saving or a discarding replaced; kept for 90 days.
      create table tip_kept_draft (
        id uuid primary key,
        tip_id uuid not null references tip (id) on delete cascade,
        title text not null,
        summary text not null,
        body text not null,
        saved_at timestamptz not null,
        saved_by uuid not null,
        kept_at timestamptz not null default now()
      );
      create index tip_kept_draft_by_tip on tip_kept_draft (tip_id, kept_at desc);

      create table tip_revision (
        id uuid primary key,
        tip_id uuid not null references tip (id) on delete cascade,
        number integer not null,
        title text not null,
        summary text not null,
        body text not null,
        topic_ids uuid[] not null,
        author_id uuid,
        note text not null default '',
        is_minor boolean not null default false,
        restored_from integer,
        created_at timestamptz not null default now(),
        unique (tip_id, number)
      );

      create table tip_helped (
        tip_id uuid not null references tip (id) on delete cascade,
        account_id uuid not null,
        created_at timestamptz not null default now(),
        primary key (tip_id, account_id)
      );

      create table tip_note (
        id uuid primary key,
        tip_id uuid not null references tip (id) on delete cascade,
        account_id uuid not null,
        reason text not null,
        created_at timestamptz not null default now(),
        resolved_at timestamptz,
        resolved_by uuid
      );
      create index tip_note_open on tip_note (tip_id, created_at) where resolved_at is null;

      create table handbook (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        -- As all content: who put it together, and its state, so that the one rule of sight reads it too.
        author_ids uuid[] not null default '{}',
        state text not null default 'published' check (state in ('published', 'hidden')),
        slug text not null,
        title text not null,
        intro text not null default '',
        intro_html text not null default '',
        -- [{title, intro, introHtml, tipIds}]
        chapters jsonb not null default '[]',
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (space_id, slug)
      );

      create table tip_import (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        account_id uuid not null,
        state text not null check (state in ('previewed', 'running', 'done', 'failed')),
        file_count integer not null,
        done_count integer not null default 0,
        problem text,
        created_at timestamptz not null default now(),
        finished_at timestamptz
      );
      create index tip_import_by_age on tip_import (created_at);

      create table tip_import_file (
        import_id uuid not null references tip_import (id) on delete cascade,
        path text not null,
        position integer not null,
        outcome text not null check (outcome in ('created', 'changed', 'unchanged', 'refused')),
        title text not null default '',
        -- Reasons with params, in the error model's words.
        problems jsonb not null default '[]',
        tip_id uuid,
        -- What will be stored; null once stored or refused.
        content jsonb,
        primary key (import_id, path)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table tip_import_file, tip_import, handbook, tip_note, tip_helped, tip_revision, tip_kept_draft,
      tip_working_copy, tip_slug, tip, tip_settings, topic`);
  }
}
