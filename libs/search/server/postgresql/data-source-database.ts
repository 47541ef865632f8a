import type { DataSource } from 'typeorm';
import { hotReadsOf } from '#platform/server';
import { inTransaction, READING, type SearchDatabase, type StatementClient } from './search-database.js';

/** A question is a row of small statements, and a rare one takes long: enough ways past it. */
const READING_CONNECTIONS = 4;

/** Lets the engine write on the process's one pool and read on connections of its own. */
export function databaseOfDataSource(dataSource: DataSource): SearchDatabase & { readonly close: () => Promise<void> } {
  const reads = hotReadsOf(dataSource, READING_CONNECTIONS, READING);
  return {
    reading: {
      query: async <Row>(sql: string, parameters: readonly unknown[] = []) => [...(await reads.query<Row & object>(sql, parameters, false))],
      prepared: async <Row>(sql: string, parameters: readonly unknown[]) => [...(await reads.query<Row & object>(sql, parameters))],
    },
    close: () => reads.close(),
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
