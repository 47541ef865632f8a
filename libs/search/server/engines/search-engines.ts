import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CLOCK, CONFIG, HealthChecks, LOGGER, type Clock, type Config, type Logger } from '#platform/server';
import type { SearchAnswer, SearchEngine, SearchRequest } from '../contract.js';
import { MeilisearchEngine } from '../meilisearch/meilisearch.engine.js';
import { databaseOfDataSource } from '../postgresql/data-source-database.js';
import { PostgresqlEngine } from '../postgresql/postgresql.engine.js';
import { Breaker } from './breaker.js';

/**
 * The engines of this process. PostgreSQL is always indexed, so that it can answer at any moment; Meilisearch answers
 * where it is configured and well.
 */
@Injectable()
export class SearchEngines implements OnApplicationShutdown {
  readonly postgresql: SearchEngine;
  readonly meilisearch: SearchEngine | null;
  private readonly breaker: Breaker;
  private readonly close: () => Promise<void>;

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(CONFIG) config: Config,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(HealthChecks) health: HealthChecks,
  ) {
    const database = databaseOfDataSource(dataSource);
    this.close = database.close;
    const postgresql = new PostgresqlEngine(database);
    this.postgresql = postgresql;
    const analyserOf = postgresql.analyserOf.bind(postgresql);
    this.meilisearch = config.meili === null ? null : new MeilisearchEngine({ ...config.meili, analyserOf });
    this.breaker = new Breaker(clock);
    const { meilisearch } = this;
    // PostgreSQL answers in its place, so the service stays of use.
    if (meilisearch !== null) health.add({ name: 'search', isEssential: false, isWell: async () => (await meilisearch.health()).isHealthy });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    if (this.meilisearch === null || this.breaker.isOpen) return this.postgresql.search(request);
    try {
      const answer = await this.meilisearch.search(request);
      this.breaker.succeeded();
      return answer;
    } catch (error) {
      const hasOpened = this.breaker.failed();
      const cause = error instanceof Error ? error.message : String(error);
      this.logger.warn({ engine: 'meilisearch', cause, hasOpened }, 'search answers from PostgreSQL: Meilisearch failed');
      return this.postgresql.search(request);
    }
  }
}
