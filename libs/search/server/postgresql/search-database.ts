/** What the engine needs of a connection; `pg` clients and TypeORM query runners fit behind it. */
export interface SearchConnection {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

export interface SearchDatabase {
  /** Runs the work in one transaction on one connection; what it throws rolls back. `begin` is the statement that opens it. */
  transaction<Result>(begin: string, work: (connection: SearchConnection) => Promise<Result>): Promise<Result>;
}

interface PoolClient {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
  release(error?: Error | boolean): void;
}

/** Lets the engine run on a pool of the npm package `pg`. */
export function databaseOfPool(pool: { connect(): Promise<PoolClient> }): SearchDatabase {
  return {
    async transaction(begin, work) {
      const client = await pool.connect();
      try {
        await client.query(begin);
        const result = await work({
          query: async <Row>(sql: string, parameters: readonly unknown[] = []) => (await client.query(sql, [...parameters])).rows as Row[],
        });
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        await client.query('rollback').then(() => client.release(), (broken: Error) => client.release(broken));
        throw error;
      }
    },
  };
}
