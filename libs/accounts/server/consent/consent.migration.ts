import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version counts per language: a consent says which of the two texts was read. Those before were given in the account's language. */
export class ConsentLocale1700000000114 implements MigrationInterface {
  readonly name = 'ConsentLocale1700000000114';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consent add column locale text not null default 'de' check (locale in ('de', 'en'));
      update consent c set locale = a.locale from account a where a.id = c.account_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table consent drop column locale');
  }
}
