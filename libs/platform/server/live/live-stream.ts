import type { LiveUpdate } from './live.type.js';

/** More than this waiting for one reader is no news any more: the reader is told to look anew instead. */
const WAITING_AT_MOST = 100;

/** Streams begin anew after this and up to a tenth more, so that not all come back at once. */
const AGE_MS = 55 * 60_000;

/** Why a stream is over. `slow`: its connection is cut, because the reader no longer takes anything. */
export type StreamEnd = 'aged' | 'left' | 'sessionEnded' | 'shutdown' | 'slow';

/** Whoever reads, and the way to them. */
export interface Reader {
  readonly accountId: string;
  readonly sessionId: string;
  /** As limits count it. */
  readonly network: string;
}

/** Said where something may have been missed. */
export const CAUGHT_UP: LiveUpdate = { topic: 'caughtUp', id: null, data: '{}' };

/** The updates for one connection, in order, never more than a few; read by the executor of its subscription. */
export class LiveStream implements AsyncIterableIterator<LiveUpdate> {
  /** When it has to begin anew. */
  readonly endsAt = Date.now() + AGE_MS * (1 + Math.random() / 10);
  /** What the account's rights came to when they were last looked at. */
  rights: string | null = null;
  /** Since when a write waits for the reader to take it; null: nothing waits. */
  waitingSince: number | null = null;
  private updates: LiveUpdate[] = [];
  private wake: (() => void) | null = null;
  private hasEnded = false;

  /**
   * @param topics only these; null: all.
   * @param onEnd called once.
   */
  constructor(
    readonly reader: Reader,
    readonly topics: ReadonlySet<string> | null,
    private readonly onEnd: (why: StreamEnd) => void,
  ) {}

  get isOpen(): boolean {
    return !this.hasEnded;
  }

  push(update: LiveUpdate): void {
    if (this.hasEnded) return;
    if (this.updates.length < WAITING_AT_MOST) this.updates.push(update);
    else this.updates = [CAUGHT_UP];
    this.wake?.();
  }

  /** What waits is not delivered any more: whoever may no longer read gets nothing more. */
  end(why: StreamEnd): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.updates = [];
    this.wake?.();
    this.onEnd(why);
  }

  async next(): Promise<IteratorResult<LiveUpdate>> {
    for (;;) {
      const update = this.updates.shift();
      if (update !== undefined) return { done: false, value: update };
      if (this.hasEnded) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
  }

  async return(): Promise<IteratorResult<LiveUpdate>> {
    this.end('left');
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
