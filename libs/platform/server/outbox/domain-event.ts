/**
 * Something that happened, in the past tense. Carries ids and reasons, never texts: consumers load again with the
 * visibility of their own moment.
 */
export interface DomainEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export interface ConsumedEvent<Payload = DomainEvent['payload']> {
  readonly name: string;
  readonly payload: Payload;
}

/** One interested party. Must be idempotent: an event can arrive twice. */
export interface Consumer {
  /** Stable name, part of the queue's name: `search.index`. */
  readonly name: string;
  readonly events: readonly string[];
  /** How many waiting events are handed over at once; 1 unless set. A failing batch is tried again as a whole; after one the next waits a moment, so that few are many where much happens. */
  readonly batchSize?: number;
  /** Without `batchSize`: how many events are handled beside each other, each by itself; 1 unless set. */
  readonly atOnce?: number;
  readonly handle: (events: readonly ConsumedEvent[]) => Promise<void>;
}

/** Work that comes round by the clock. Running it twice or missing a day does no harm. */
export interface ScheduledJob {
  readonly name: string;
  /** Five cron fields, read in Europe/Berlin. */
  readonly cron: string;
  readonly run: () => Promise<void>;
}
