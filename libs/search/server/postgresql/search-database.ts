import { createHash } from 'node:crypto';

/** What the engine needs of a connection; `pg` clients and TypeORM query runners fit behind it. */
export interface SearchConnection {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** As `query`, planned once per connection; only for texts that are written in code. */
  prepared<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
}

export interface SearchDatabase {
  /** Runs the work in one transaction on one connection; what it throws rolls back. `begin` is the statement that opens it. */
  transaction<Result>(begin: string, work: (connection: SearchConnection) => Promise<Result>): Promise<Result>;
}

/** What `pg` gives for one connection. */
export interface StatementClient {
  query(statement: { readonly name?: string; readonly text: string; readonly values: unknown[] }): Promise<{ rows: unknown[] }>;
}

interface PoolClient extends StatementClient {
  release(error?: Error | boolean): void;
}

/** Lets the engine run on a pool of the npm package `pg`. */
export function databaseOfPool(pool: { connect(): Promise<PoolClient> }): SearchDatabase {
  return {
    async transaction(begin, work) {
      const client = await pool.connect();
      try {
        const result = await inTransaction(client, begin, work);
        client.release();
        return result;
      } catch (error) {
        await client.query({ text: 'rollback', values: [] }).then(() => client.release(), (broken: Error) => client.release(broken));
        throw error;
      }
    },
  };
}

/** Begin, work and commit; who calls rolls back. */
export async function inTransaction<Result>(client: StatementClient, begin: string, work: (connection: SearchConnection) => Promise<Result>): Promise<Result> {
  const run = async <Row>(text: string, parameters: readonly unknown[] = [], name?: string): Promise<Row[]> =>
    (await client.query({ ...(name === undefined ? {} : { name }), text, values: [...parameters] })).rows as Row[];
  await client.query({ text: begin } as never);
  const result = await work({ query: (sql, parameters) => run(sql, parameters), prepared: (sql, parameters) => run(sql, parameters, statementName(sql)) });
  await client.query({ text: 'commit', values: [] });
  return result;
}

const names = new Map<string, string>();

function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `search_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`));
  return name;
}
