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
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Within one page alone: for browsers without locks, and pages without https. */
export function turnsOfThisPage(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** What became of a post that was to be taken back: it may have arrived meanwhile, been taken back in another window, or be on its way just now. */
export type TakenBack = { readonly kind: 'taken'; readonly entry: OutboxEntry } | { readonly kind: 'gone' } | { readonly kind: 'sending' };

const RETRY_FIRST_MS = 4000;
const RETRY_LONGEST_MS = 60_000;
/** Nobody waits longer for an answer to "take it back". */
const PATIENCE_MS = 8000;

const isOnTheWay = (error: unknown) => ['NETWORK', 'INTERNAL', 'RATE_LIMITED', 'UNAUTHENTICATED'].includes(describeError(error).code);

const inOrder = (posts: readonly WaitingPost[]) => posts.toSorted((one, other) => one.at.localeCompare(other.at));

/** The same words, too: taken back and sent off once more a reply keeps its id. */
const isSame = (one: WaitingPost, other: WaitingPost) => one.id === other.id && one.at === other.at && one.body === other.body && one.replyToId === other.replyToId;

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
  /** The browser's memory did not take these, full or switched off: they are on this page alone. */
  private readonly unkept = new Map<string, WaitingPost>();

  constructor(
    private readonly shelf: Shelf<WaitingPost>,
    private readonly send: SendPost,
    private readonly inTurn: InTurn = turnsOfThisPage(),
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
    if (!this.isOver && this.takeOver() && this.entries.some(({ error }) => error === undefined)) this.schedule();
  }

  /** Something waits here that is lost with the page. */
  isOnlyHere(): boolean {
    return this.unkept.size > 0;
  }

  add(post: WaitingPost): void {
    this.shelf.write(post.id, post);
    const kept = this.shelf.read(post.id);
    if (kept === undefined || !isSame(kept, post)) {
      this.unkept.set(post.id, post);
      // Earlier words of the same reply must not go out in place of these.
      this.shelf.clear(post.id);
    }
    this.change([...this.entries.filter(({ id }) => id !== post.id), post]);
    this.schedule();
  }

  /**
   * Takes a post back, to be written on or thrown away. Never while it is on its way, from this window or another one: it would arrive all the same.
   * @param keep puts its words elsewhere before they are gone from here.
   */
  async takeBack(id: string, keep: (entry: OutboxEntry) => void = () => undefined): Promise<TakenBack> {
    let isGivenUp = false;
    const taken = this.inTurn(async (): Promise<TakenBack> => {
      this.takeOver();
      const entry = this.entries.find((other) => other.id === id);
      if (entry === undefined || isGivenUp) return { kind: 'gone' };
      keep(entry);
      this.remove(id);
      return { kind: 'taken', entry };
    }).catch((): TakenBack => ({ kind: 'sending' }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<TakenBack>((resolve) => {
      timer = setTimeout(() => {
        isGivenUp = true;
        resolve({ kind: 'sending' });
      }, PATIENCE_MS);
    });
    return Promise.race([taken, patience]).finally(() => clearTimeout(timer));
  }

  /** Tries those once more, too, that the server did not take. */
  retry(): Promise<void> {
    this.change(this.there());
    return this.flush();
  }

  /** Tries now: the network is back, the page was opened. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.sendAll().finally(() => {
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
    // A turn for each: in between, a window may take back one of those behind it.
    try {
      while (!this.isOver) if (!(await this.inTurn(() => this.sendNext()))) return;
    } catch {
      // No turn was to be had: browsers end locks with the page they were asked for, and may refuse them.
      if (!this.isOver) this.schedule();
    }
  }

  /** @returns whether to go on. */
  private async sendNext(): Promise<boolean> {
    // Others may have come, gone or been written anew while those before them were on their way, here or in another window.
    this.takeOver();
    const entry = this.entries.find(({ error }) => error === undefined);
    if (entry === undefined || this.isOver) return false;
    const { error: _, ...post } = entry;
    try {
      await this.send(post);
    } catch (error) {
      if (isOnTheWay(error)) {
        this.schedule();
        return false;
      }
      this.change(this.entries.map((other) => (isSame(other, post) ? { ...other, error } : other)));
      return true;
    }
    this.retryMs = RETRY_FIRST_MS;
    this.remove(post.id);
    for (const listener of this.arrivals) listener(post);
    return true;
  }

  private remove(id: string): void {
    this.shelf.clear(id);
    this.unkept.delete(id);
    this.change(this.entries.filter((other) => other.id !== id));
  }

  private there(): readonly WaitingPost[] {
    return inOrder([...this.shelf.all().filter(({ id }) => !this.unkept.has(id)), ...this.unkept.values()]);
  }

  /** Makes what is known here of what there is. @returns whether it was anything else. */
  private takeOver(): boolean {
    const there = this.there().map((post) => this.entries.find((entry) => isSame(entry, post)) ?? post);
    if (there.length === this.entries.length && there.every((post, place) => post === this.entries[place])) return false;
    this.change(there);
    return true;
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
