import { createHash } from 'node:crypto';

/** What the engine needs of a connection; `pg` clients and TypeORM query runners fit behind it. */
export interface SearchConnection {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** As `query`, planned once per connection; only for texts that are written in code. */
  prepared<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
}

/** As the connections for reading are set. Without sequential scans: they start anywhere in a large table, and a capped answer would differ from one time to the next. */
export const READING = { statement_timeout: '1500', jit: 'off', enable_seqscan: 'off', default_transaction_read_only: 'on' } as const;

export interface SearchDatabase {
  /** Each statement for itself, under the settings of {@link READING}. */
  readonly reading: SearchConnection;

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
  const transaction: SearchDatabase['transaction'] = async (begin, work) => {
    const client = await pool.connect();
    try {
      const result = await inTransaction(client, begin, work);
      client.release();
      return result;
    } catch (error) {
      await client.query({ text: 'rollback', values: [] }).then(() => client.release(), (broken: Error) => client.release(broken));
      throw error;
    }
  };
  const begin = ['begin', ...Object.entries(READING).map(([name, value]) => `set local ${name.replace('default_transaction_read_only', 'transaction_read_only')} = ${value}`)].join('; ');
  const read: SearchConnection['query'] = (sql, parameters) => transaction(begin, (connection) => connection.query(sql, parameters));
  return { transaction, reading: { query: read, prepared: read } };
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
