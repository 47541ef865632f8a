import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { JobResult, PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '../database/after-commit.js';
import { together } from '../database/together.js';
import { withCommit } from '../database/with-commit.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import type { Consumer, ConsumedEvent, DomainEvent, ScheduledJob } from './domain-event.js';

/** Where jobs go that failed every time; administration shows them. */
const HOPELESS = 'hopeless';
/** So long work that was given up can be handed back. */
export const GIVEN_UP_KEPT_DAYS = 90;
/** 12 tries with growing pauses from 2 s up to 20 min reach over an outage of some hours. */
const RETRY = { retryLimit: 12, retryDelay: 2, retryBackoff: true, retryDelayMax: 1200 } as const;
/**
 * Who publishes wakes the workers of the own process; the poll finds what other processes left behind. The queue's own
 * notification would be part of each transaction, and of all that notify only one can be stored at a time.
 */
const POLLING = { pollingIntervalSeconds: 4 } as const;

/** What comes within this time after a batch becomes the next one: each batch costs the same row of statements, whatever its size. */
const GATHERING_MS = 250;

/** Few enough that all are done within the 15 minutes a fetched job may take, also with a mail server that keeps each waiting. */
const FETCHED_TOGETHER = 10;

/** A job that failed every time. */
export interface HopelessWork {
  readonly id: string;
  readonly consumer: string;
  readonly event: string;
  readonly failedAt: Date;
}

/** Injection token for the process's pg-boss instance. */
export const BOSS = Symbol('PgBoss');

/**
 * The transactional outbox on pg-boss: one job per event and interested consumer, stored in the transaction of the
 * change. Reading by "last id seen" would miss commits that arrive out of order; a queue does not.
 */
@Injectable()
export class Outbox implements OnApplicationShutdown {
  private readonly consumers: Consumer[] = [];
  private readonly jobs: ScheduledJob[] = [];
  private readonly workers = new Map<string, string>();
  private isStopping = false;

  constructor(
    @Inject(BOSS) private readonly boss: PgBoss,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Called by each domain's module while it starts. */
  consume(consumer: Consumer): void {
    if (this.consumers.some((known) => known.name === consumer.name)) throw new Error(`consumer ${consumer.name} exists twice`);
    this.consumers.push(consumer);
  }

  schedule(job: ScheduledJob): void {
    this.jobs.push(job);
  }

  /** Creates the queues; needed by writers too, before the first event. */
  async prepare(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(HOPELESS, { retentionSeconds: GIVEN_UP_KEPT_DAYS * 86_400 });
    for (const name of [...this.consumers, ...this.jobs].map((part) => part.name)) {
      await this.boss.createQueue(name, { ...RETRY, deadLetter: HOPELESS });
    }
    // Queues of earlier versions notified within each transaction (see POLLING): not any more.
    for (const { name, notify } of await this.boss.getQueues()) if (notify) await this.boss.updateQueue(name, { notify: false });
  }

  /** Whether jobs can be stored and fetched; they wait where nobody works them off. */
  async isReachable(): Promise<boolean> {
    return (await this.boss.schemaVersion()) !== null;
  }

  /** Begins to work off jobs in this process. */
  async work(): Promise<void> {
    for (const consumer of this.consumers) this.workers.set(consumer.name, await (consumer.batchSize === undefined ? this.workEach(consumer) : this.workTogether(consumer, consumer.batchSize)));
    for (const job of this.jobs) {
      await this.boss.work(job.name, { batchSize: 1, ...POLLING }, async () => this.attempt(job.name, job.run));
      await this.boss.schedule(job.name, job.cron, null, { tz: 'Europe/Berlin' });
    }
  }

  /** Ends when all that is to be stored has been asked of the database; it is stored with the commit or fails it. */
  async publish(tx: EntityManager, events: readonly DomainEvent[]): Promise<void> {
    const db = {
      // pg-boss waits for the answer; nothing of it is used.
      executeSql: async (text: string, values?: unknown[]) => {
        withCommit(tx, tx.query(text, values));
        return { rows: [] };
      },
    };
    // A change with a thousand events is one statement for each who is interested, and these leave together.
    await together(
      ...this.consumers.map(async (consumer) => {
        const jobs = events.filter(({ name }) => consumer.events.includes(name)).map(({ name, payload }) => ({ data: { name, payload } }));
        if (jobs.length === 0) return;
        await this.boss.insert(consumer.name, jobs, { db });
        afterCommit(tx, () => this.wake(consumer.name));
      }),
    );
  }

  private wake(consumer: string): void {
    const worker = this.workers.get(consumer);
    if (worker !== undefined) this.boss.notifyWorker(worker);
  }

  /** Handles everything that is waiting, in this call: tests and one-shot commands need no worker and no clock. */
  async drain(): Promise<void> {
    for (let handled = true; handled; ) {
      handled = false;
      for (const consumer of this.consumers) {
        const jobs = await this.boss.fetch<ConsumedEvent>(consumer.name, { batchSize: 100 });
        if (jobs.length === 0) continue;
        handled = true;
        await consumer.handle(jobs.map((job) => job.data));
        await this.boss.complete(consumer.name, jobs.map((job) => job.id));
      }
    }
  }

  /** Runs one scheduled job now, by name. */
  async runNow(name: string): Promise<void> {
    const job = this.jobs.find((candidate) => candidate.name === name);
    if (job === undefined) throw new Error(`no scheduled job ${name}`);
    await job.run();
  }

  /** What was given up, newest first. */
  async hopeless(): Promise<readonly HopelessWork[]> {
    const jobs = await this.boss.findJobs<ConsumedEvent>(HOPELESS);
    return jobs
      .map((job) => ({ id: job.id, consumer: job.sourceName ?? '', event: job.data?.name ?? '', failedAt: job.createdOn }))
      .toSorted((left, right) => right.failedAt.getTime() - left.failedAt.getTime())
      .slice(0, 100);
  }

  /** Hands given-up work back to its consumer, with all tries again. Unknown ids change nothing. */
  async retryHopeless(id: string): Promise<void> {
    await this.boss.redrive(HOPELESS, { ids: [id] });
  }

  /**
   * Takes out everything, waiting, done or given up, that was to be done for this account or names its address. What a
   * worker holds at this moment ends by itself. For an account that goes; what its going sets off is published after.
   */
  async forget(tx: EntityManager, accountId: string, address: string): Promise<void> {
    await tx.query(
      `delete from outbox.job where state <> 'active'
         and (data->'payload'->>'accountId' = $1 or strpos(lower(data::text), lower($2)) > 0 or strpos(lower(output::text), lower($2)) > 0)`,
      [accountId, address],
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.boss.stop({ graceful: true, timeout: 20_000 });
  }

  /** @returns the worker's id. */
  private async workTogether(consumer: Consumer, batchSize: number): Promise<string> {
    return this.boss.work<ConsumedEvent>(consumer.name, { batchSize, ...POLLING, burstWhenBatchFull: true }, async (jobs) =>
      this.attempt(consumer.name, async () => {
        await consumer.handle(jobs.map((job) => job.data));
        if (!this.isStopping) await sleep(GATHERING_MS);
      }),
    );
  }

  /** Fetches several and settles each by itself: fetched one by one, each would wait for the next poll. @returns the worker's id. */
  private async workEach(consumer: Consumer): Promise<string> {
    const settle = async (job: { readonly id: string; readonly data: ConsumedEvent }): Promise<JobResult> => {
      try {
        await this.attempt(consumer.name, () => consumer.handle([job.data]));
        return { id: job.id, status: 'completed' };
      } catch (error) {
        return { id: job.id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } };
      }
    };
    return this.boss.work<ConsumedEvent>(consumer.name, { batchSize: FETCHED_TOGETHER, ...POLLING, burstWhenBatchFull: true, perJobResults: true }, async (jobs) => {
      const waiting = [...jobs];
      const results: JobResult[] = [];
      const lane = async (): Promise<void> => {
        for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) results.push(await settle(job));
      };
      await Promise.all(Array.from({ length: consumer.atOnce ?? 1 }, lane));
      return results;
    });
  }

  private async attempt(queue: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ queue, error: error instanceof Error ? error.stack : String(error) }, 'job failed');
      throw error;
    }
  }
}
