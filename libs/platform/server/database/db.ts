import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '#platform/shared';
import { LOGGER, type Logger } from '../logging/logger.js';
import type { DomainEvent } from '../outbox/domain-event.js';
import { Outbox } from '../outbox/outbox.js';
import { followedBy } from './after-commit.js';
import { hotReadsOf } from './data-source.js';
import type { HotReads } from './hot-reads.js';
import { PLAN_OUTDATED, TRANSACTION_FAILED } from './pooled-client.js';
import { sentWith } from './with-commit.js';

/** Publishes a domain event with the change that caused it: both are stored or neither. */
export type Emit = (event: DomainEvent) => void;

/** Who writes; the whole viewer fits. Null for the system itself. */
export interface Actor {
  readonly accountId: string | null;
}

/** A row as the driver returns it; queries name the type they select. */
export type Row = Readonly<Record<string, unknown>>;

const UNIQUE_VIOLATION = '23505';
/**
 * For short reads by key. What they read lies in memory, where an index costs no journey of a disk's head; and one plan
 * serves all values, where PostgreSQL would otherwise plan some of them anew each time.
 */
const HOT_SETTINGS = { random_page_cost: '1.1', plan_cache_mode: 'force_generic_plan' };

/** Worth another try: serialisation failures, deadlocks, and a plan that somebody's migration outdated. */
const PASSING_FAILURES = new Set(['40001', '40P01', PLAN_OUTDATED]);
const ATTEMPTS = 3;
/** Each attempt learns of one outdated plan. */
const PLANS_AT_MOST = 10;

/**
 * Knows within tests what runs inside a transaction. Whoever holds one connection and waits for a second one stops the
 * whole process as soon as as many do so as the pool has connections; alone on a test's database nobody would notice.
 */
const running = process.env['NODE_ENV'] === 'test' ? new AsyncLocalStorage<'write'>() : null;

function ensureOutsideWrite(what: string): void {
  if (running?.getStore() !== undefined) throw new Error(`Db.${what} inside Db.write would wait for a second connection: use tx, or read before`);
}

/** Reading is `query`, writing is `write`; there is no third way to the database. */
@Injectable()
export class Db implements OnApplicationShutdown {
  private readonly hot: HotReads;
  /** Ids made by clients that a transaction has claimed for what it is about to create. */
  private readonly claimed = new WeakMap<EntityManager, Set<string>>();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.hot = hotReadsOf(dataSource, undefined, HOT_SETTINGS);
  }

  /** Reads in plain SQL. Parameters only ever through `$n`. */
  async query<Result extends object>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Result[]> {
    ensureOutsideWrite('query');
    try {
      return await this.dataSource.query(sql, [...parameters]);
    } catch (error) {
      if ((error as { code?: unknown }).code !== PLAN_OUTDATED) throw error;
      return this.dataSource.query(sql, [...parameters]);
    }
  }

  /**
   * As {@link query}, for the short reads that every visit of a page makes: planned once, and sent together with those
   * of other requests. Few texts, many values; never inside `write`, never anything slow.
   */
  async hotQuery<Result extends object>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Result[]> {
    ensureOutsideWrite('hotQuery');
    return this.hot.isClosed ? this.query(sql, parameters) : this.hot.query(sql, parameters);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.hot.close();
  }

  /** For single reads through entities. */
  get manager(): EntityManager {
    ensureOutsideWrite('manager');
    return this.dataSource.manager;
  }

  /**
   * The only way to write: one transaction with its domain events. Deadlocks and serialisation failures are tried
   * again, so `work` must have no effect outside `tx`, and read through `tx` alone: tests refuse a second connection.
   */
  async write<Result>(_actor: Actor, work: (tx: EntityManager, emit: Emit) => Promise<Result>): Promise<Result> {
    ensureOutsideWrite('write');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const code = (error as { code?: unknown }).code;
        if (typeof code !== 'string' || !PASSING_FAILURES.has(code) || attempt >= (code === PLAN_OUTDATED ? PLANS_AT_MOST : ATTEMPTS)) throw error;
      }
    }
  }

  private async attempt<Result>(work: (tx: EntityManager, emit: Emit) => Promise<Result>): Promise<Result> {
    let follow = (): void => undefined;
    let sent = async (): Promise<void> => undefined;
    let claimed: ReadonlySet<string> | undefined;
    const events: DomainEvent[] = [];
    const transact = async (tx: EntityManager): Promise<Result> => {
      try {
        const done = await work(tx, (event) => events.push(event));
        await this.outbox.publish(tx, events);
        return done;
      } finally {
        claimed = this.claimed.get(tx);
      }
    };
    try {
      const result = await this.dataSource.transaction(async (tx) => {
        follow = followedBy(tx, (error) => this.logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'not done after a change was stored'));
        sent = sentWith(tx);
        return running === null ? transact(tx) : running.run('write', transact, tx);
      });
      await sent();
      follow();
      return result;
    } catch (error) {
      // The cause, where this is only what came of it.
      const cause: unknown = (error as { code?: unknown }).code === TRANSACTION_FAILED ? await sent().then(() => error, (first: unknown) => first) : error;
      throw isIdTaken(cause, claimed) ? AppError.conflict('idReused') : cause;
    }
  }

  /**
   * Makes a create with a client-made id happen once. The same id with the same content answers with what is there;
   * with other content, or from somebody else, it is refused; so is one whose thing is older than this memory.
   * @param content what the client sent; compared by its JSON, so keep the order of its keys.
   * @returns true where the caller shall create, false where the thing exists already.
   */
  async isFirst(tx: EntityManager, actor: Actor, id: string, content: unknown): Promise<boolean> {
    const inserted: unknown[] = await tx.query(
      `insert into created_once (id, account_id, fingerprint) values ($1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'))
       on conflict (id) do nothing returning id`,
      [id, actor.accountId, JSON.stringify(content)],
    );
    if (inserted.length > 0) {
      this.claimed.set(tx, (this.claimed.get(tx) ?? new Set()).add(id.toLowerCase()));
      return true;
    }
    const [same]: { same: boolean }[] = await tx.query(
      `select account_id is not distinct from $2 and fingerprint = encode(sha256(convert_to($3, 'UTF8')), 'hex') as same
       from created_once where id = $1`,
      [id, actor.accountId, JSON.stringify(content)],
    );
    if (same?.same !== true) throw AppError.conflict('idReused');
    return false;
  }

  /**
   * Makes what follows from an event happen once, however often the event arrives: after a crash between a consumer's
   * work and its receipt it comes again.
   * @param occasionId names the happening; made when the event is emitted.
   * @param part what follows, e.g. a mail and its recipient; compared by its JSON, so keep the order of its keys.
   * @returns true the first time.
   */
  async isFirstOf(tx: EntityManager, occasionId: string, part: object): Promise<boolean> {
    const hex = createHash('sha256').update(`${occasionId} ${JSON.stringify(part)}`).digest('hex');
    const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
    return this.isFirst(tx, { accountId: null }, id, part);
  }
}

/**
 * `created_once` forgets after some weeks, things stay: an id sent again after that meets the primary key of what was made
 * under it, by whomever and wherever. The key stands in the detail in any language of the database.
 */
function isIdTaken(error: unknown, claimed: ReadonlySet<string> | undefined): boolean {
  const { code, constraint, detail } = error as { readonly code?: unknown; readonly constraint?: unknown; readonly detail?: unknown };
  if (claimed === undefined || code !== UNIQUE_VIOLATION || typeof constraint !== 'string' || !constraint.endsWith('_pkey')) return false;
  const [, id] = /\(id\)=\(([0-9a-f-]{36})\)/.exec(String(detail)) ?? [];
  return id !== undefined && claimed.has(id);
}
