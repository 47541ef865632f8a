import type { DataSource } from 'typeorm';
import type { Logger } from '../logging/logger.js';
import { LIVE_CHANNEL } from './live-channel.js';
import { MISSED } from './live-event.js';

/** What is told within this time leaves in one statement. */
const GATHERING_MS = 5;
const AT_ONCE = 500;
const PAUSE_MS = 1_000;
/** Beyond this all that waits becomes one advice to look anew. */
const WAITING_AT_MOST = 10_000;

/**
 * Hands to PostgreSQL what its listeners shall hear, after the transactions it comes from. Notifying within them would let
 * only one of all transactions be stored at a time, each with its own wait for the disk.
 */
export class LiveSender {
  private waiting: string[] = [];
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> | null = null;
  private isStopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
  ) {}

  send(payloads: readonly string[]): void {
    if (this.waiting.length + payloads.length > WAITING_AT_MOST) this.waiting = [MISSED];
    else this.waiting.push(...payloads);
    if (this.isStopping) void this.flush();
    else this.again(GATHERING_MS);
  }

  /** Sends what waits; what comes from now on is sent at once. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.flush();
  }

  private flush(): Promise<void> {
    this.timer = null;
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const payloads = this.waiting.splice(0, AT_ONCE);
      try {
        await this.dataSource.query('select pg_notify($1, payload) from unnest($2::text[]) as given(payload)', [LIVE_CHANNEL, payloads]);
      } catch (error) {
        this.waiting.unshift(...payloads);
        this.logger.warn({ error: (error as Error).message, againInMs: PAUSE_MS }, 'live events could not be told');
        if (!this.isStopping) this.again(PAUSE_MS);
        return;
      }
    }
  }

  private again(inMs: number): void {
    this.timer ??= setTimeout(() => void this.flush(), inMs);
  }
}
