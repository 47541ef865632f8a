import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Discussions with their addresses, accepted answers and polls. What is written in them lies in the hub of threads. */
export class Discussions1700000000800 implements MigrationInterface {
  readonly name = 'Discussions1700000000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Its thread bears the same id.
      create table discussion (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        -- One author; an array like everywhere, for the one rule of sight.
        author_ids uuid[] not null check (cardinality(author_ids) = 1),
        state text not null check (state in ('review', 'published', 'hidden')),
        slug text not null unique,
        title text not null,
        kind text not null check (kind in ('question', 'exchange')),
        topic_ids uuid[] not null default '{}',
        -- Rises with every change of title, kind and topics.
        version integer not null default 1,
        -- Copies of what its thread knows, kept in the transaction that changes it: lists sort and filter by them.
        excerpt text not null default '',
        reply_count integer not null default 0,
        last_position integer not null default 0,
        last_activity_at timestamptz not null,
        last_post_by uuid,
        -- When somebody else than the asker replied first.
        answered_at timestamptz,
        -- When the first of its answers was accepted.
        solved_at timestamptz,
        pinned_at timestamptz,
        closed_at timestamptz,
        closed_by uuid,
        closed_reason text not null default '',
        slow_mode_seconds integer not null default 0,
        -- Went into another one, posts and all; its addresses lead there.
        merged_into_id uuid references discussion (id) on delete set null,
        hidden_reason text,
        hidden_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null default now()
      );
      -- What is in lists, and so in each of their indexes.
      create index discussion_by_activity on discussion (last_activity_at desc, id desc) where state = 'published' and merged_into_id is null;
      create index discussion_by_space_activity on discussion (space_id, last_activity_at desc, id desc) where state = 'published' and merged_into_id is null;
      create index discussion_by_opening on discussion (created_at desc, id desc) where state = 'published' and merged_into_id is null;
      create index discussion_by_space_opening on discussion (space_id, created_at desc, id desc) where state = 'published' and merged_into_id is null;
      create index discussion_pinned on discussion (space_id, last_activity_at desc, id desc) where pinned_at is not null and state = 'published' and merged_into_id is null;
      create index discussion_waiting on discussion (created_at, id)
        where kind = 'question' and answered_at is null and solved_at is null and closed_at is null and state = 'published' and merged_into_id is null;
      create index discussion_solved on discussion (solved_at desc, id desc) where solved_at is not null and state = 'published' and merged_into_id is null;
      create index discussion_by_topic on discussion using gin (topic_ids);
      create index discussion_by_author on discussion ((author_ids[1]), last_activity_at desc, id desc);
      create index discussion_merged on discussion (merged_into_id) where merged_into_id is not null;

      -- Every address a discussion ever had leads to it for ever.
      create table discussion_slug (
        slug text primary key,
        discussion_id uuid not null references discussion (id) on delete cascade deferrable initially deferred,
        created_at timestamptz not null default now()
      );
      create index discussion_slug_by_discussion on discussion_slug (discussion_id);

      create table accepted_answer (
        discussion_id uuid not null references discussion (id) on delete cascade,
        post_id uuid not null references post (id) on delete cascade,
        accepted_by uuid,
        accepted_at timestamptz not null,
        primary key (discussion_id, post_id)
      );
      create index accepted_answer_by_post on accepted_answer (post_id);

      create table poll (
        id uuid primary key,
        discussion_id uuid not null references discussion (id) on delete cascade,
        question text not null,
        is_multiple boolean not null,
        is_anonymous boolean not null,
        closes_at timestamptz,
        closed_at timestamptz,
        -- People, not crosses.
        voter_count integer not null default 0,
        created_by uuid,
        created_at timestamptz not null
      );
      create index poll_by_discussion on poll (discussion_id, created_at);

      create table poll_option (
        id uuid primary key,
        poll_id uuid not null references poll (id) on delete cascade,
        place integer not null,
        text text not null,
        vote_count integer not null default 0,
        unique (poll_id, place)
      );

      create table poll_vote (
        option_id uuid not null references poll_option (id) on delete cascade,
        poll_id uuid not null references poll (id) on delete cascade,
        -- Of a named poll the account's id; of an anonymous one a keyed fingerprint, from which nobody reads who it was.
        voter text not null,
        voted_at timestamptz,
        primary key (option_id, voter)
      );
      create index poll_vote_by_voter on poll_vote (poll_id, voter);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table poll_vote, poll_option, poll, accepted_answer, discussion_slug, discussion');
  }
}
