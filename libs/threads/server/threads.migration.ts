import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads with their posts, and what people do with them. */
export class Threads1700000000700 implements MigrationInterface {
  readonly name = 'Threads1700000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Space, authors and state are its subject's: the one rule of sight reads them here without a join.
      create table thread (
        id uuid primary key,
        subject_kind text not null,
        subject_id uuid not null,
        space_id uuid not null references space (id) on delete cascade,
        author_ids uuid[] not null check (cardinality(author_ids) > 0),
        state text not null check (state in ('draft', 'review', 'published', 'retired', 'hidden')),
        -- The subject's, for results of search.
        title text not null default '',
        -- The subject's, for who follows a topic.
        topic_ids uuid[] not null default '{}',
        is_closed boolean not null default false,
        slow_mode_seconds integer not null default 0,
        -- The highest position ever given; positions are never used twice.
        last_position integer not null default 0,
        -- Published posts that were not deleted.
        post_count integer not null default 0,
        last_post_at timestamptz,
        created_at timestamptz not null default now(),
        unique (subject_kind, subject_id)
      );
      create index thread_by_space on thread (space_id, last_post_at desc);

      create table post (
        id uuid primary key,
        thread_id uuid not null references thread (id) on delete cascade,
        -- Null while it is held back.
        position integer,
        space_id uuid not null,
        -- One author; an array like everywhere, for the one rule of sight.
        author_ids uuid[] not null check (cardinality(author_ids) = 1),
        state text not null check (state in ('review', 'published', 'hidden')),
        -- The question or first word of a discussion, which stands under the subject's own title.
        is_opening boolean not null default false,
        reply_to_id uuid references post (id) on delete set null,
        body text not null,
        html text not null,
        plain_text text not null,
        revision_number integer not null default 1,
        -- Number of people by kind, e.g. {"thanks": 3}; the rows are in post_reaction.
        reactions jsonb not null default '{}',
        quote_count integer not null default 0,
        quoted_by_count integer not null default 0,
        created_at timestamptz not null,
        edited_at timestamptz,
        deleted_at timestamptz,
        deleted_by uuid,
        held_reasons text[] not null default '{}',
        hidden_reason text,
        hidden_by uuid,
        unique (thread_id, position)
      );
      create index post_by_author on post ((author_ids[1]), thread_id, position);
      -- Few, and all that keeps "highest position minus last read one" from being the number of unread posts.
      create index post_uncounted on post (thread_id, position) where state <> 'published' or deleted_at is not null;
      create unique index post_opening on post (thread_id) where is_opening;
      create index post_by_reply on post (reply_to_id) where reply_to_id is not null;

      -- Former texts; the present one stands in the post.
      create table post_revision (
        post_id uuid not null references post (id) on delete cascade,
        number integer not null,
        body text not null,
        created_at timestamptz not null,
        primary key (post_id, number)
      );

      -- Where posts went that were moved to another thread, so that old links last.
      create table post_moved (
        thread_id uuid not null references thread (id) on delete cascade,
        position integer not null,
        post_id uuid not null references post (id) on delete cascade,
        primary key (thread_id, position)
      );
      create index post_moved_by_post on post_moved (post_id);

      create table post_reaction (
        post_id uuid not null references post (id) on delete cascade,
        account_id uuid not null references account (id) on delete cascade,
        kind text not null check (kind in ('thanks', 'helpful', 'agree', 'sameHere')),
        created_at timestamptz not null default now(),
        primary key (post_id, account_id, kind)
      );
      create index post_reaction_by_account on post_reaction (account_id);

      create table post_quote (
        post_id uuid not null references post (id) on delete cascade,
        quoted_id uuid not null references post (id) on delete cascade,
        primary key (post_id, quoted_id)
      );
      create index post_quote_by_quoted on post_quote (quoted_id);

      -- All whose page a text links with an @; told are only those who could read it when it was written.
      create table post_mention (
        post_id uuid not null references post (id) on delete cascade,
        account_id uuid not null,
        is_reader boolean not null,
        is_told boolean not null default false,
        primary key (post_id, account_id)
      );
      create index post_mention_by_account on post_mention (account_id);

      create table thread_read (
        account_id uuid not null references account (id) on delete cascade,
        thread_id uuid not null references thread (id) on delete cascade,
        position integer not null,
        read_at timestamptz not null,
        primary key (account_id, thread_id)
      );
      create index thread_read_by_thread on thread_read (thread_id);

      -- No foreign key to the thread: the first comment opens it, and words outlive the thread they were meant for.
      create table post_draft (
        account_id uuid not null references account (id) on delete cascade,
        thread_id uuid not null,
        reply_to_id uuid,
        body text not null,
        version integer not null,
        saved_at timestamptz not null,
        primary key (account_id, thread_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table post_draft, thread_read, post_mention, post_quote, post_reaction, post_moved, post_revision, post, thread');
  }
}
