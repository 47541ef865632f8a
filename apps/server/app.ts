import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import {
  createBoss,
  createDataSource,
  createLogger,
  createMailer,
  createServer,
  migrate,
  Platform1700000000100,
  startEmbeddedPostgres,
  systemClock,
  type Config,
  type Logger,
} from '#platform/server';
import { domains } from './domains.js';

/** A started process without its door: what `main`, `worker`, imports and benches build upon. */
export interface Application {
  readonly app: NestFastifyApplication;
  readonly logger: Logger;
  readonly dataSource: DataSource;
  readonly stop: () => Promise<void>;
}

interface StartOptions {
  readonly isWorker: boolean;
  readonly schemaFile?: string;
}

/** All tables of all domains, and where they are. */
export async function connectDatabase(config: Config) {
  const embedded = config.databaseUrl === null ? await startEmbeddedPostgres(config.dataDir) : null;
  const url = embedded?.url ?? config.databaseUrl ?? '';
  const dataSource = await createDataSource({
    url,
    pool: config.databasePool,
    entities: domains.flatMap((domain) => domain.entities),
    migrations: [Platform1700000000100, ...domains.flatMap((domain) => domain.migrations)],
  }).initialize();
  const stop = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.stop();
  };
  return { url, dataSource, stop };
}

/** Database up and migrated, every domain composed, queues there. Not listening yet. */
export async function startApplication(config: Config, options: StartOptions): Promise<Application> {
  const logger = createLogger(config);
  const database = await connectDatabase(config);
  await migrate(database.dataSource);
  const app = await createServer({
    config,
    logger,
    dataSource: database.dataSource,
    boss: createBoss(database.url, logger, options.isWorker),
    mailer: createMailer(config),
    clock: systemClock,
    domains,
    ...(options.schemaFile === undefined ? {} : { schemaFile: path.resolve(options.schemaFile) }),
  });
  return {
    app,
    logger,
    dataSource: database.dataSource,
    stop: async () => {
      await app.close();
      await database.stop();
    },
  };
}
