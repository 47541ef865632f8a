import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes, amongTraffic } from '#platform/server';

/**
 * What a notice costs is paid for each who is told, with every reply: no index that another one stands in for (that of
 * accounts and occasions finds an account's notices as well), no look at two other tables. Spaces are never deleted; of whoever
 * leaves, the row stays and `notifications.leaving` takes the notices; accounts that go with their row were never approved
 * and told of nothing.
 */
export class LeanerNotices1700000000602 implements MigrationInterface {
  readonly name = 'LeanerNotices1700000000602';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently if exists notice_by_account');
    for (const column of ['account_id', 'space_id']) await amongTraffic(runner, `alter table notice drop constraint if exists notice_${column}_fkey`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await addIndexes(runner, { notice_by_account: 'notice (account_id, created_at desc)' });
    for (const [column, table] of [['account_id', 'account'], ['space_id', 'space']] as const) {
      await amongTraffic(runner, `alter table notice add constraint notice_${column}_fkey foreign key (${column}) references ${table} (id) on delete cascade`);
    }
  }
}
