import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import {
  createBoss,
  createDataSource,
  createLogger,
  createMailer,
  createServer,
  migrate,
  platformMigrations,
  startEmbeddedPostgres,
  systemClock,
  type Clock,
  type Config,
  type DataSourceOptions,
  type Logger,
  type Mailer,
} from '#platform/server';
import { domains } from './domains.js';
import { AlreadyRunning, InstanceLock, otherInstance } from './instance-lock.js';

export interface Database {
  readonly url: string;
  readonly dataSource: DataSource;
  /** @returns the names of the migrations that ran now. */
  readonly migrate: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** A started process without its door: what `main`, `worker`, imports and benches build upon. */
export interface Application {
  readonly app: NestFastifyApplication;
  readonly logger: Logger;
  readonly dataSource: DataSource;
  readonly stop: () => Promise<void>;
}

/**
 * All tables of all domains, wherever they are.
 * @param isOnly this process wants the data directory for itself. One-shot commands may run beside a server; the
 *   embedded database then stays when they end.
 * @throws {AlreadyRunning}
 */
export async function connectDatabase(config: Config, isOnly: boolean): Promise<Database> {
  const embedded = config.databaseUrl === null ? await startEmbeddedPostgres(config.dataDir) : null;
  const url = embedded?.url ?? config.databaseUrl ?? '';
  const options: DataSourceOptions = {
    url,
    pool: config.databasePool,
    entities: domains.flatMap((domain) => domain.entities),
    migrations: [...platformMigrations, ...domains.flatMap((domain) => domain.migrations)],
  };
  const dataSource = await createDataSource(options).initialize();
  const lock = embedded === null ? null : await InstanceLock.take(dataSource, config);
  if (embedded !== null && lock === null && isOnly) {
    await dataSource.destroy();
    throw new AlreadyRunning(otherInstance(config)?.url ?? null);
  }
  return {
    url,
    dataSource,
    migrate: () => migrate(options),
    stop: async () => {
      await lock?.release();
      if (dataSource.isInitialized) await dataSource.destroy();
      if (lock !== null) await embedded?.stop();
    },
  };
}

export interface StartOptions {
  /** Works off the outbox and keeps its queues tidy. */
  readonly isWorker: boolean;
  /** See {@link connectDatabase}. */
  readonly isOnly: boolean;
  /** A file that receives the generated schema. */
  readonly schemaFile?: string;
  /** Instead of the real time; the demo tells of days gone by. */
  readonly clock?: Clock;
  /** Put before the real mailer. */
  readonly wrapMailer?: (real: Mailer) => Mailer;
}

/** Database up and migrated, every domain composed, queues there. Not listening yet. */
export async function startApplication(config: Config, options: StartOptions): Promise<Application> {
  const logger = createLogger(config);
  const database = await connectDatabase(config, options.isOnly);
  try {
    await database.migrate();
    const mailer = createMailer(config);
    const app = await createServer({
      config,
      logger,
      dataSource: database.dataSource,
      boss: createBoss(database.url, logger, options.isWorker),
      mailer: options.wrapMailer?.(mailer) ?? mailer,
      clock: options.clock ?? systemClock,
      domains,
      ...(options.schemaFile === undefined ? {} : { schemaFile: path.resolve(options.schemaFile) }),
    });
    const stop = async (): Promise<void> => {
      await app.close();
      await database.stop();
    };
    return { app, logger, dataSource: database.dataSource, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
