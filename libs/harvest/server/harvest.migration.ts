import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tips made of discussions: which passages, who said what to them, and what may cross a border. */
export class Harvest1700000000850 implements MigrationInterface {
  readonly name = 'Harvest1700000000850';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table harvest (
        tip_id uuid primary key references tip (id) on delete cascade,
        discussion_id uuid references discussion (id) on delete set null,
        -- Where the discussion lay when the tip was begun: the border that stays when its posts are gone.
        from_space_id uuid not null references space (id) on delete cascade,
        made_by uuid,
        created_at timestamptz not null
      );
      create index harvest_by_discussion on harvest (discussion_id);

      create table harvest_passage (
        id uuid primary key,
        tip_id uuid not null references harvest (tip_id) on delete cascade,
        -- No foreign key: what was agreed to stays when the post is gone.
        post_id uuid not null,
        -- Null once the account is gone: nobody can agree to its words any more.
        author_id uuid,
        -- What was said before the account went.
        last_consent text check (last_consent in ('verbatim', 'paraphrase', 'no')),
        text text not null,
        place integer not null,
        unique (tip_id, place)
      );
      create index harvest_passage_by_post on harvest_passage (post_id);

      -- One per person and tip: whoever is quoted, and the asker.
      create table harvest_voice (
        tip_id uuid not null references harvest (tip_id) on delete cascade,
        account_id uuid not null references account (id) on delete cascade,
        consent text not null default 'open' check (consent in ('open', 'verbatim', 'paraphrase', 'no')),
        wants_credit boolean not null default false,
        asked_at timestamptz not null,
        answered_at timestamptz,
        primary key (tip_id, account_id)
      );
      create index harvest_voice_by_account on harvest_voice (account_id, asked_at desc);

      -- What may cross although it comes from behind the border; by kind and value, so that it holds while the text changes.
      create table harvest_settlement (
        tip_id uuid not null references harvest (tip_id) on delete cascade,
        key text not null,
        reason text not null,
        settled_by uuid,
        settled_at timestamptz not null,
        primary key (tip_id, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table harvest_settlement, harvest_voice, harvest_passage, harvest');
  }
}
