import type { Socket } from 'node:net';
import { Client, type ClientConfig, type QueryConfig } from 'pg';

/** So often a text is planned anew on a connection before its plan is kept. */
const USES_BEFORE = 2;
/** Plans are memory of the database's, for each connection. Beyond so many texts nothing more is counted. */
const TEXTS_AT_MOST = 300;
/** "cached plan must not change result type": a migration of a newer version ran beneath this process. */
export const PLAN_OUTDATED = '0A000';

/** Within `Db.write` statements are short and go by keys: one plan serves all values. Sent along, it costs no way of its own. */
const BEGIN = 'START TRANSACTION';
const BEGIN_PLANNED_ONCE = `${BEGIN}; SET LOCAL plan_cache_mode = force_generic_plan`;

/** What is asked of a transaction after a statement of it failed; also a commit, which then has stored nothing. */
export const TRANSACTION_FAILED = '25P02';
const COMMIT = 'COMMIT';
const ROLLED_BACK = 'ROLLBACK';

/** Texts that a migration touched: planned anew each time, by every connection of this process. */
const outdated = new Set<string>();

/**
 * A connection of the pool. It keeps the plans of what it is asked again and again, because parsing and planning is most
 * of what a short statement costs; and it sends statements that do not wait for each other (`Promise.all`) in one
 * packet, to be answered in order: each way there and back costs more than most statements. Whoever meets
 * {@link PLAN_OUTDATED} may simply ask again.
 */
export class PooledClient extends Client {
  private readonly known = new Map<string, { uses: number; readonly name: string }>();
  private isHeldBack = false;

  constructor(config?: string | ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true } as ClientConfig);
  }

  override query(...given: never[]): never {
    const [text, values, ...rest] = given as readonly unknown[];
    if (text === BEGIN && rest.length === 0) return this.begin() as never;
    if (text === COMMIT && rest.length === 0) return this.commit() as never;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return this.send(given);
    const name = this.nameOf(text);
    if (name === undefined) return this.send(given);
    const config: QueryConfig = { name, text, values };
    const learn = (error: unknown): void => {
      if ((error as { code?: unknown } | null)?.code === PLAN_OUTDATED) outdated.add(text);
    };
    const [callback] = rest;
    if (typeof callback === 'function') {
      const told = (error: unknown, ...results: readonly unknown[]): void => {
        learn(error);
        (callback as (...answer: readonly unknown[]) => void)(error, ...results);
      };
      return this.send([config, told]);
    }
    const answer: unknown = this.send([config]);
    if (answer instanceof Promise) answer.catch(learn);
    return answer as never;
  }

  /** Nobody waits for the answer: it leaves with the first statement, which fails as well where there is no connection. */
  private begin(): Promise<{ readonly command: string; readonly rows: readonly object[] }> {
    const begun = this.send([BEGIN_PLANNED_ONCE]) as Promise<unknown>;
    // Without it each statement would be stored by itself: nothing more of this connection, then.
    begun.catch((error: unknown) => streamOf(this).destroy(error instanceof Error ? error : undefined));
    return Promise.resolve({ command: 'START', rows: [] });
  }

  /** @throws {Error} where a statement failed before, as PostgreSQL then answers a commit by rolling back. */
  private async commit(): Promise<unknown> {
    const answer = (await (this.send([COMMIT]) as Promise<unknown>)) as { readonly command?: unknown };
    if (answer.command === ROLLED_BACK) throw Object.assign(new Error('rolled back instead of stored: a statement had failed'), { code: TRANSACTION_FAILED });
    return answer;
  }

  private send(given: readonly unknown[]): never {
    if (!this.isHeldBack) {
      this.isHeldBack = true;
      holdBackThisTurn(this, () => {
        this.isHeldBack = false;
      });
    }
    return (super.query as (...parameters: readonly unknown[]) => never).apply(this, given as unknown[]);
  }

  private nameOf(text: string): string | undefined {
    if (outdated.has(text)) return undefined;
    let known = this.known.get(text);
    if (known === undefined) {
      if (this.known.size >= TEXTS_AT_MOST) return undefined;
      known = { uses: 0, name: `kept_${this.known.size}` };
      this.known.set(text, known);
    }
    known.uses += 1;
    return known.uses > USES_BEFORE ? known.name : undefined;
  }
}

/** What is sent on a connection within this turn of the event loop leaves in one write. @param done once it has left. */
export function holdBackThisTurn(client: Client, done: () => void): void {
  const stream = streamOf(client);
  stream.cork();
  setImmediate(() => {
    done();
    stream.uncork();
  });
}

const streamOf = (client: Client): Socket => (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream;
