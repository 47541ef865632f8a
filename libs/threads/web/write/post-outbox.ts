import { describeError } from '#platform/web';
import type { Shelf } from './post-shelf.js';

/** A reply that was sent off and has not arrived yet. */
export interface WaitingPost {
  /** The id it will have: sent twice it is still one post. */
  readonly id: string;
  readonly threadId: string;
  readonly body: string;
  readonly replyToId: string | null;
  /** ISO 8601. */
  readonly at: string;
}

export interface OutboxEntry extends WaitingPost {
  /** The server does not take it as it is; undefined while it is on its way. */
  readonly error?: unknown;
}

/** @throws what `describeError` understands. */
export type SendPost = (post: WaitingPost) => Promise<unknown>;

const RETRY_FIRST_MS = 4000;
const RETRY_LONGEST_MS = 60_000;

const isOnTheWay = (error: unknown) => ['NETWORK', 'INTERNAL'].includes(describeError(error).code);

/** Replies written without a network: kept in the browser, sent in their order once it is back, each exactly once. */
export class PostOutbox {
  private entries: readonly OutboxEntry[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly arrivals = new Set<(post: WaitingPost) => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = RETRY_FIRST_MS;
  private running: Promise<void> | undefined;

  constructor(
    private readonly shelf: Shelf<WaitingPost>,
    private readonly send: SendPost,
  ) {
    this.entries = shelf.all().toSorted((one, other) => one.at.localeCompare(other.at));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): readonly OutboxEntry[] => this.entries;

  /** Called for each post that has arrived after all. */
  onArrival(listener: (post: WaitingPost) => void): () => void {
    this.arrivals.add(listener);
    return () => this.arrivals.delete(listener);
  }

  add(post: WaitingPost): void {
    this.shelf.write(post.id, post);
    this.change([...this.entries.filter(({ id }) => id !== post.id), post]);
    this.schedule();
  }

  /** Takes a post back, to be written on or thrown away. */
  remove(id: string): OutboxEntry | undefined {
    const entry = this.entries.find((other) => other.id === id);
    this.shelf.clear(id);
    this.change(this.entries.filter((other) => other.id !== id));
    return entry;
  }

  /** Tries now: the network is back, the page was opened. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.sendAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** The clock stands still; what waits stays in the browser. */
  rest(): void {
    clearTimeout(this.timer);
  }

  private async sendAll(): Promise<void> {
    for (const post of this.entries.filter(({ error }) => error === undefined)) {
      try {
        await this.send(post);
      } catch (error) {
        if (isOnTheWay(error)) return this.schedule();
        this.change(this.entries.map((entry) => (entry.id === post.id ? { ...entry, error } : entry)));
        continue;
      }
      this.retryMs = RETRY_FIRST_MS;
      this.remove(post.id);
      for (const listener of this.arrivals) listener(post);
    }
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.retryMs);
    this.retryMs = Math.min(RETRY_LONGEST_MS, this.retryMs * 2);
  }

  private change(entries: readonly OutboxEntry[]): void {
    this.entries = entries;
    for (const listener of this.listeners) listener();
  }
}
