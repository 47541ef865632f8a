import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type MigrationInterface } from 'typeorm';
import { HotReads } from './hot-reads.js';
import { PooledClient } from './pooled-client.js';

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

export interface DataSourceOptions {
  readonly url: string;
  readonly pool: number;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

/** As the database's own lists of connections show it. */
const APPLICATION_NAME = 'pusteblume';
/** No statement of a request runs longer; imports and rebuilds set their own. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** A full pool refuses quickly instead of letting everybody hang. */
const CONNECT_TIMEOUT_MS = 5_000;

/** The one connection pool of a process. Migrations are classes, so that they run alike from source, build and tests. */
export function createDataSource(options: DataSourceOptions, statementTimeoutMs = STATEMENT_TIMEOUT_MS): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: APPLICATION_NAME,
    poolSize: options.pool,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: { Client: PooledClient, statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: 60_000 },
  });
}

/**
 * Connections beside the pool, to the same database.
 * @param settings of these connections, as in `-c name=value`; none: the limits of the pool.
 */
export function hotReadsOf(dataSource: DataSource, connections?: number, settings: Readonly<Record<string, string>> = {}): HotReads {
  const { options } = dataSource;
  if (options.type !== 'postgres') throw new Error('hot reads need PostgreSQL');
  return new HotReads(
    {
      connectionString: options.url,
      application_name: APPLICATION_NAME,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      options: Object.entries({ statement_timeout: String(STATEMENT_TIMEOUT_MS), ...settings }).map(([name, value]) => `-c ${name}=${value}`).join(' '),
      keepAlive: true,
    },
    connections,
  );
}

/** Two processes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_236_501;
const LOCK_POLL_MS = 200;

/**
 * Brings the database to this version, over connections of its own: a change of a large table may take longer than any
 * request. Killed half way it can be run again.
 * @returns the names of the migrations that ran now.
 */
export async function migrate(options: DataSourceOptions): Promise<readonly string[]> {
  const patient = await createDataSource({ ...options, pool: 3 }, 0).initialize();
  const runner = patient.createQueryRunner();
  try {
    await runner.connect();
    // Asked for again and again: a statement that waits would hold up indexes that are built beside the traffic.
    for (let mine = false; !mine; ) {
      const [{ free }]: [{ free: boolean }] = await runner.query('select pg_try_advisory_lock($1) as free', [MIGRATION_LOCK]);
      mine = free;
      if (!mine) await sleep(LOCK_POLL_MS);
    }
    const done = await patient.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    // The lock ends with its connection.
    await runner.release();
    await patient.destroy();
  }
}
