import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How one gets into a space and out of it: invitations, requests with their history, removals. */
export class Gates1700000000210 implements MigrationInterface {
  readonly name = 'Gates1700000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A link that lets in whoever holds it. Only the SHA-256 of its secret is kept.
      create table space_invitation (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        token_hash text not null unique,
        role text not null check (role in ('member', 'author', 'moderator')),
        label text not null default '',
        uses integer not null default 0,
        max_uses integer,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        created_by uuid not null references account (id) on delete cascade,
        created_at timestamptz not null default now()
      );
      create index space_invitation_by_space on space_invitation (space_id, created_at desc);

      -- A person asked in by name; they know the space from then on.
      create table space_invitee (
        space_id uuid not null references space (id) on delete cascade,
        account_id uuid not null references account (id) on delete cascade,
        role text not null check (role in ('member', 'author', 'moderator')),
        invited_by uuid not null references account (id) on delete cascade,
        invited_at timestamptz not null default now(),
        primary key (space_id, account_id)
      );
      create index space_invitee_by_account on space_invitee (account_id);

      -- Who was shown out does not come back through an open door; a moderator's yes removes the row.
      create table space_removal (
        space_id uuid not null references space (id) on delete cascade,
        account_id uuid not null references account (id) on delete cascade,
        reason text not null,
        -- The name the person knew: they are told it once, whatever the space is called by then.
        space_name text not null,
        removed_by uuid references account (id) on delete set null,
        removed_at timestamptz not null default now(),
        primary key (space_id, account_id)
      );

      create table join_request (
        id uuid primary key,
        space_id uuid not null references space (id) on delete cascade,
        account_id uuid not null references account (id) on delete cascade,
        message text not null,
        -- Questions as they were worded when they were answered: [{question, answer}].
        answers jsonb not null default '[]',
        state text not null check (state in ('waiting', 'asked', 'declined', 'approved', 'withdrawn')),
        -- The question asked back, or the reason of a decline.
        note text not null default '',
        ask_again_at timestamptz,
        waiting_since timestamptz not null,
        reminded_at timestamptz,
        decided_by uuid references account (id) on delete set null,
        decided_at timestamptz,
        created_at timestamptz not null
      );
      create unique index join_request_open on join_request (space_id, account_id) where state in ('waiting', 'asked');
      create index join_request_by_space on join_request (space_id, state, waiting_since);
      create index join_request_by_account on join_request (account_id, created_at desc);

      create table join_request_step (
        id uuid primary key,
        request_id uuid not null references join_request (id) on delete cascade,
        act text not null check (act in ('requested', 'askedBack', 'answered', 'approved', 'declined', 'withdrawn', 'reminded', 'joinedOtherwise')),
        actor_id uuid references account (id) on delete set null,
        note text not null default '',
        at timestamptz not null
      );
      create index join_request_step_by_request on join_request_step (request_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table join_request_step, join_request, space_removal, space_invitee, space_invitation');
  }
}
