import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices with their way into mails, what people follow, what they want to be told and how, mail policies of spaces. */
export class Notifications1700000000600 implements MigrationInterface {
  readonly name = 'Notifications1700000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice_mail (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        -- A category for a mail at once, 'digest' for a summary.
        form text not null,
        created_at timestamptz not null,
        -- Somebody is handing it to the mail server until then; nobody else begins meanwhile.
        sending_until timestamptz,
        sent_at timestamptz,
        -- Looked at and found that there is nothing (more) to say.
        dropped_at timestamptz
      );
      create index notice_mail_by_account on notice_mail (account_id, sent_at desc);
      create table notice (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        kind text not null,
        category text not null,
        subject_id uuid not null,
        group_kind text not null,
        group_id uuid not null,
        space_id uuid references space (id) on delete cascade,
        actor_id uuid,
        reason text not null,
        occasion_id text not null,
        created_at timestamptz not null,
        read_at timestamptz,
        -- 'due': is looked at when its time has come; 'digest': waits for the summary; 'mailing': handed to mail_id; 'done'.
        mail text not null check (mail in ('due', 'digest', 'mailing', 'done')),
        look_at timestamptz not null,
        mail_id uuid references notice_mail (id) on delete set null,
        unique (account_id, occasion_id)
      );
      create index notice_by_account on notice (account_id, created_at desc);
      create index notice_unread on notice (account_id, created_at desc) where read_at is null;
      create index notice_by_group on notice (group_kind, group_id, account_id);
      create index notice_by_subject on notice (subject_id);
      create index notice_due on notice (look_at) where mail = 'due';
      create index notice_digest on notice (account_id, look_at) where mail = 'digest';
      create index notice_by_mail on notice (mail_id) where mail_id is not null;
      create table following (
        account_id uuid not null references account (id) on delete cascade,
        target_kind text not null,
        target_id uuid not null,
        level text not null check (level in ('all', 'answers', 'muted')),
        since timestamptz not null,
        primary key (account_id, target_kind, target_id)
      );
      create index following_by_target on following (target_kind, target_id);
      create table notice_preference (
        account_id uuid not null references account (id) on delete cascade,
        category text not null,
        on_page boolean not null,
        mail text not null check (mail in ('now', 'daily', 'weekly', 'none')),
        primary key (account_id, category)
      );
      create table notice_schedule (
        account_id uuid primary key references account (id) on delete cascade,
        digest_hour smallint not null check (digest_hour between 0 and 23),
        digest_weekday smallint not null check (digest_weekday between 1 and 7),
        -- Minutes after midnight in Berlin; both or neither.
        quiet_from smallint check (quiet_from between 0 and 1439),
        quiet_to smallint check (quiet_to between 0 and 1439),
        -- The last day of the pause.
        paused_through date,
        check ((quiet_from is null) = (quiet_to is null))
      );
      create table space_mail_policy (
        space_id uuid primary key references space (id) on delete cascade,
        policy text not null check (policy in ('full', 'title', 'pointer')),
        -- What was chosen for an open space is no choice for a closed one.
        chosen_for text not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table space_mail_policy, notice_schedule, notice_preference, following, notice, notice_mail');
  }
}
