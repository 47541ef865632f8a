import { DataSource, type MigrationInterface } from 'typeorm';

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

export interface DataSourceOptions {
  readonly url: string;
  readonly pool: number;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

/** No statement of a request runs longer; imports and rebuilds set their own. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** A full pool refuses quickly instead of letting everybody hang. */
const CONNECT_TIMEOUT_MS = 5_000;

/** The one connection pool of a process. Migrations are classes, so that they run alike from source, build and tests. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'pusteblume',
    poolSize: options.pool,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: { statement_timeout: STATEMENT_TIMEOUT_MS, idle_in_transaction_session_timeout: 60_000 },
  });
}

/** Two processes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_236_501;

/** @returns the names of the migrations that ran now. */
export async function migrate(dataSource: DataSource): Promise<readonly string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.query('set statement_timeout = 0');
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.query(`set statement_timeout = ${STATEMENT_TIMEOUT_MS}`).catch(() => undefined);
    await runner.release();
  }
}
