import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases, reports, objections, measures, settings, and how far the moderation of a space knows a writer. */
export class Moderation1700000000650 implements MigrationInterface {
  readonly name = 'Moderation1700000000650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table moderation_settings (
        space_id uuid primary key references space (id) on delete cascade,
        -- The first so many items of somebody wait for a look.
        hold_first smallint not null default 0,
        watched_words text[] not null default '{}',
        version integer not null default 1
      );

      -- What has passed of somebody in a space, and when the person last wrote there.
      create table moderation_writer (
        space_id uuid not null references space (id) on delete cascade,
        account_id uuid not null references account (id) on delete cascade,
        passed integer not null default 0,
        last_written_at timestamptz not null,
        primary key (space_id, account_id)
      );
      create index moderation_writer_by_account on moderation_writer (account_id);

      -- All that is said about one item until it is decided; at most one open case an item.
      create table moderation_case (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        item_kind text not null,
        item_id uuid not null,
        -- The owner first; empty once they have left.
        author_ids uuid[] not null,
        state text not null default 'open' check (state in ('open', 'decided')),
        -- Kept from sight until somebody has looked.
        is_held boolean not null default false,
        -- Why the gate stopped at it: [{"reason": "firstItems" | "watchedWord", "word": …}].
        gate_notes jsonb not null default '[]',
        opened_at timestamptz not null,
        decision text check (decision in ('keep', 'hide', 'restore', 'release', 'reject')),
        decision_reason text,
        decision_note text not null default '',
        decided_at timestamptz,
        decided_by uuid references account (id) on delete set null,
        check ((state = 'decided') = (decision is not null and decided_at is not null))
      );
      create unique index moderation_case_open on moderation_case (item_kind, item_id) where state = 'open';
      create index moderation_case_by_item on moderation_case (item_id, opened_at);
      create index moderation_case_queue on moderation_case (space_id, opened_at, id) where state = 'open';
      create index moderation_case_decided on moderation_case (space_id, decided_at, id) where state = 'decided';
      create index moderation_case_by_author on moderation_case using gin (author_ids);
      create index moderation_case_by_decider on moderation_case (decided_by);

      create table moderation_report (
        id uuid primary key,
        case_id uuid not null references moderation_case (id) on delete cascade,
        -- Null for guests, and once the person has left.
        reporter_id uuid references account (id) on delete set null,
        guest_name text,
        guest_address text,
        guest_locale text check (guest_locale in ('de', 'en')),
        reason text not null check (reason in ('illegal', 'insult', 'personalData', 'copyright', 'wrong', 'advertising', 'offTopic', 'other')),
        words text not null default '',
        created_at timestamptz not null,
        unique (case_id, reporter_id)
      );
      create unique index moderation_report_by_guest on moderation_report (case_id, guest_address) where guest_address is not null;
      create index moderation_report_by_reporter on moderation_report (reporter_id);

      create table moderation_objection (
        case_id uuid primary key references moderation_case (id) on delete cascade,
        words text not null,
        created_at timestamptz not null,
        is_granted boolean,
        note text not null default '',
        decided_at timestamptz,
        decided_by uuid references account (id) on delete set null,
        check ((is_granted is null) = (decided_at is null))
      );
      create index moderation_objection_waiting on moderation_objection (created_at) where decided_at is null;
      create index moderation_objection_by_decider on moderation_objection (decided_by);

      create table moderation_measure (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        -- As the person knew it: who is shut out of a hidden space does not learn its new name.
        space_name text not null,
        account_id uuid not null references account (id) on delete cascade,
        kind text not null check (kind in ('slow', 'silence', 'suspend')),
        -- Of 'slow': minutes between one item and the next.
        minutes integer,
        reason text not null,
        case_id uuid references moderation_case (id) on delete set null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        imposed_by uuid references account (id) on delete set null,
        ended_at timestamptz,
        ended_by uuid references account (id) on delete set null,
        end_note text not null default '',
        check ((kind = 'slow') = (minutes is not null))
      );
      create index moderation_measure_running on moderation_measure (account_id, space_id, ends_at) where ended_at is null;
      create index moderation_measure_by_space on moderation_measure (space_id, starts_at, id);
      create index moderation_measure_by_case on moderation_measure (case_id);
      create index moderation_measure_by_imposer on moderation_measure (imposed_by);
      create index moderation_measure_by_ender on moderation_measure (ended_by);

      -- What was done, in the order of its happening: the full record for moderators, without names the public one.
      create table moderation_act (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        act text not null,
        case_id uuid references moderation_case (id) on delete cascade,
        measure_id uuid references moderation_measure (id) on delete cascade,
        item_kind text,
        -- The category, as the public may read it.
        reason text,
        -- Words of whoever acted; for moderators.
        note text not null default '',
        actor_id uuid references account (id) on delete set null,
        at timestamptz not null
      );
      create index moderation_act_by_space on moderation_act (space_id, at, id);
      create index moderation_act_by_case on moderation_act (case_id, at);
      create index moderation_act_by_measure on moderation_act (measure_id);
      create index moderation_act_by_actor on moderation_act (actor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table moderation_act, moderation_measure, moderation_objection, moderation_report, moderation_case,
      moderation_writer, moderation_settings`);
  }
}
