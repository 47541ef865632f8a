import { Client } from 'pg';
import type { Logger } from '../logging/logger.js';

/** The one channel of this product's notifications in its database. */
export const LIVE_CHANNEL = 'pusteblume_live';

const CONNECT_TIMEOUT_MS = 5_000;
const PAUSE_FIRST_MS = 250;
const PAUSE_MOST_MS = 10_000;
/** A connection that died without a word (a firewall, a failover) shows only when it is asked something. */
const PULSE_MS = 10_000;
const PULSE_PATIENCE_MS = 5_000;

export interface ChannelListener {
  readonly onPayload: (payload: string) => void;
  /** Listening again after a pause in which notifications may have been missed. */
  readonly onGap: () => void;
}

/** The one connection of a process on which PostgreSQL tells what happened, kept alive. Pooled connections cannot listen. */
export class LiveChannel {
  private client: Client | null = null;
  private listeningFrom: number | null = null;
  private wasListening = false;
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = PAUSE_FIRST_MS;
  private state: 'new' | 'running' | 'stopped' = 'new';

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
    private readonly listener: ChannelListener,
  ) {}

  /** Since when nothing was missed, in milliseconds of `Date.now`; null while not listening. */
  get coveredSince(): number | null {
    return this.listeningFrom;
  }

  /** The first call begins; @returns when the first attempt is over, well or not. */
  async start(): Promise<void> {
    if (this.state !== 'new') return;
    this.state = 'running';
    await this.connect();
  }

  async stop(): Promise<void> {
    this.state = 'stopped';
    clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    this.listeningFrom = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'pusteblume live', connectionTimeoutMillis: CONNECT_TIMEOUT_MS, query_timeout: PULSE_PATIENCE_MS, keepAlive: true });
    this.client = client;
    const lose = (error?: Error): void => this.lose(client, error);
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', ({ payload }) => {
      if (client === this.client && payload !== undefined) this.listener.onPayload(payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${LIVE_CHANNEL}`);
    } catch (error) {
      lose(error as Error);
      return;
    }
    if (this.client !== client) return;
    this.listeningFrom = Date.now();
    this.pauseMs = PAUSE_FIRST_MS;
    if (this.wasListening) this.listener.onGap();
    this.wasListening = true;
    this.pulse(client);
  }

  private pulse(client: Client): void {
    this.timer = setTimeout(() => {
      client.query('select 1').then(
        () => {
          if (this.client === client) this.pulse(client);
        },
        (error: Error) => this.lose(client, error),
      );
    }, PULSE_MS);
    this.timer.unref();
  }

  private lose(client: Client, error?: Error): void {
    if (this.client !== client || this.state === 'stopped') return;
    this.client = null;
    this.listeningFrom = null;
    clearTimeout(this.timer);
    this.logger.warn({ error: error?.message, againInMs: this.pauseMs }, 'live channel lost');
    client.end().catch(() => undefined);
    // A half: processes that lost the database together do not come back in step.
    this.timer = setTimeout(() => void this.connect(), this.pauseMs * (0.5 + Math.random() / 2));
    this.timer.unref();
    this.pauseMs = Math.min(PAUSE_MOST_MS, this.pauseMs * 2);
  }
}
