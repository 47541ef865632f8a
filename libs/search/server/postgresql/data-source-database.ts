import type { DataSource } from 'typeorm';
import type { SearchDatabase } from './search-database.js';

/** Lets the engine run on the process's one pool. */
export function databaseOfDataSource(dataSource: DataSource): SearchDatabase {
  return {
    async transaction(begin, work) {
      const runner = dataSource.createQueryRunner();
      try {
        await runner.query(begin);
        const result = await work({
          // Structured results: plain ones mix rows and counts for some statements.
          query: async <Row>(sql: string, parameters: readonly unknown[] = []) => (await runner.query(sql, [...parameters], true)).records as Row[],
        });
        await runner.query('commit');
        return result;
      } catch (error) {
        await runner.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        await runner.release();
      }
    },
  };
}
