import type { DataSource } from 'typeorm';
import { inTransaction, type SearchDatabase, type StatementClient } from './search-database.js';

/** Lets the engine run on the process's one pool. */
export function databaseOfDataSource(dataSource: DataSource): SearchDatabase {
  return {
    async transaction(begin, work) {
      const runner = dataSource.createQueryRunner();
      try {
        // The driver's own connection: TypeORM knows no named statements.
        const client: StatementClient = await runner.connect();
        return await inTransaction(client, begin, work);
      } catch (error) {
        await runner.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        await runner.release();
      }
    },
  };
}
