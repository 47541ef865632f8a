import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the built-in search engine. Every count is kept per audience, so that an answer can be computed from the
 * viewer's audiences alone. `generation` lets a rebuild fill new rows beside the old ones, which answer until the switch.
 */
export class Search1700000000300 implements MigrationInterface {
  readonly name = 'Search1700000000300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SEARCH_TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table search_state, search_document, search_document_words, search_term, search_word, search_audience,
                  search_rebuild_document, search_removed_in_rebuild, search_miss`,
    );
  }
}

/** Also run by the specs of the engine, which need no further table. */
export const SEARCH_TABLES: readonly string[] = [
  `create extension if not exists pg_trgm`,
  `create extension if not exists fuzzystrmatch`,
  `create table search_state (
     only_row boolean primary key default true check (only_row),
     generation smallint not null,
     building smallint
   )`,
  `insert into search_state (generation) values (1)`,
  `create table search_document (
     generation smallint not null,
     id uuid not null,
     kind text not null,
     audience text not null,
     space_id uuid,
     author_ids uuid[] not null,
     topic_ids uuid[] not null,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     standing real not null,
     length integer not null,
     title_length integer not null,
     tsv tsvector not null,
     primary key (id, generation)
   )`,
  // Ranking reads the vector of each candidate: compressed or moved out of line that costs eight times as much.
  `alter table search_document alter column tsv set storage external`,
  `alter table search_document set (toast_tuple_target = 8160)`,
  `create index search_document_tsv on search_document using gin (tsv)`,
  // Apart from search_document, so that ranking does not read it: only needed to take a document's words back.
  `create table search_document_words (
     generation smallint not null,
     id uuid not null,
     words text[] not null,
     primary key (id, generation)
   )`,
  `create table search_audience (
     generation smallint not null,
     audience text not null,
     documents integer not null,
     length bigint not null,
     title_length bigint not null,
     primary key (generation, audience)
   )`,
  // Counts change with every document; room on the page keeps the indexes out of it.
  `create table search_term (
     generation smallint not null,
     audience text not null,
     lexeme text collate "C" not null,
     documents integer not null,
     primary key (generation, audience, lexeme)
   ) with (fillfactor = 80)`,
  `create table search_word (
     generation smallint not null,
     audience text not null,
     word text collate "C" not null,
     lexeme text not null,
     shown text not null,
     documents integer not null,
     primary key (generation, audience, word)
   ) with (fillfactor = 80)`,
  `create index search_word_trigrams on search_word using gin (word gin_trgm_ops)`,
  `create unlogged table search_rebuild_document (
     number bigint generated always as identity primary key,
     audience text not null,
     document jsonb not null
   )`,
  `create index search_rebuild_document_audience on search_rebuild_document (audience, number)`,
  `create table search_removed_in_rebuild (id uuid primary key)`,
  // No person: \`asker\` is a fingerprint that is made anew for each text and month.
  `create table search_miss (
     text text not null,
     month text not null,
     asker text not null,
     primary key (month, text, asker)
   )`,
];
