import { describeError } from '#platform/web';
import type { Shelf } from './post-shelf.js';

/** Where a thread is read, in words and as an address: for lists that stand elsewhere, also without a network. */
export interface ThreadPlace {
  readonly title: string;
  readonly path: string;
}

/** A reply that was sent off and has not arrived yet. */
export interface WaitingPost {
  /** The id it will have: sent twice it is still one post. */
  readonly id: string;
  readonly threadId: string;
  readonly body: string;
  readonly replyToId: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly place?: ThreadPlace;
}

export interface OutboxEntry extends WaitingPost {
  /** The server does not take it as it is; undefined while it is on its way. */
  readonly error?: unknown;
}

/** @throws what `describeError` understands. */
export type SendPost = (post: WaitingPost) => Promise<unknown>;

/** Runs work that must not run in two windows at once; each in its turn. */
export type InTurn = (work: () => Promise<void>) => Promise<void>;

const RETRY_FIRST_MS = 4000;
const RETRY_LONGEST_MS = 60_000;

const isOnTheWay = (error: unknown) => ['NETWORK', 'INTERNAL', 'RATE_LIMITED', 'UNAUTHENTICATED'].includes(describeError(error).code);

const inOrder = (posts: readonly WaitingPost[]) => posts.toSorted((one, other) => one.at.localeCompare(other.at));

/** Replies written without a network: kept in the browser, sent in their order once it is back, each exactly once. */
export class PostOutbox {
  private entries: readonly OutboxEntry[] = [];
  private readonly listeners = new Set<() => void>();
  /** Threads that are open on this page: they tell of their own replies. */
  private readonly shown = new Map<string, number>();
  private readonly arrivals = new Set<(post: WaitingPost) => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = RETRY_FIRST_MS;
  private isOver = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly shelf: Shelf<WaitingPost>,
    private readonly send: SendPost,
    private readonly inTurn: InTurn = (work) => work(),
  ) {
    this.entries = inOrder(shelf.all());
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

  /** A page shows this thread. @returns how to say that it was left. */
  show(threadId: string): () => void {
    this.shown.set(threadId, (this.shown.get(threadId) ?? 0) + 1);
    return () => this.shown.set(threadId, (this.shown.get(threadId) ?? 1) - 1);
  }

  isShown(threadId: string): boolean {
    return (this.shown.get(threadId) ?? 0) > 0;
  }

  /** Another window may have sent some, taken some back, or added others. */
  look(): void {
    if (this.isOver) return;
    const errors = new Map(this.entries.map(({ id, error }) => [id, error]));
    const there = inOrder(this.shelf.all()).map((post): OutboxEntry => (errors.get(post.id) === undefined ? post : { ...post, error: errors.get(post.id) }));
    if (there.map(({ id }) => id).join() === this.entries.map(({ id }) => id).join()) return;
    this.change(there);
    if (there.some(({ error }) => error === undefined)) this.schedule();
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

  /** Tries those once more, too, that the server did not take. */
  retry(): Promise<void> {
    this.change(inOrder(this.shelf.all()));
    return this.flush();
  }

  /** Tries now: the network is back, the page was opened. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.inTurn(() => this.sendAll()).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Nothing is sent from here any more; what waits stays in the browser. */
  rest(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private async sendAll(): Promise<void> {
    this.look();
    if (this.isOver) return;
    for (const post of this.entries.filter(({ error }) => error === undefined)) {
      // Taken back while those before it were on their way.
      if (this.shelf.read(post.id) === undefined) continue;
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
