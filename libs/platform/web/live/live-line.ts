import { caughtUp, type LiveUpdate } from './live-hub.js';
import { LiveLeader, type LeaderParts } from './live-leader.js';
import { openStream } from './live-stream.js';

/** How often the leading tab tells the others that it is there. */
const pulseMs = 10_000;
/** A leading tab that says nothing for so long is put to sleep by its browser; a tab that is seen takes over. */
const leaderlessMs = 45_000;
/** A tab that opens asks the leading one for what happened meanwhile; it knows so much. */
const recentMs = 60_000;
const recentAtMost = 200;

export type Message =
  | { readonly kind: 'update'; readonly update: LiveUpdate }
  | { readonly kind: 'pulse'; readonly coveredUntil: number }
  | { readonly kind: 'hello'; readonly from: string; readonly since: number }
  | { readonly kind: 'meanwhile'; readonly to: string; readonly updates: readonly LiveUpdate[] };

/** The way to the other tabs; a `BroadcastChannel`. */
export interface Channel {
  send(message: Message): void;
  close(): void;
}
/** What of `LockManager` is used. */
export interface Locks {
  request(name: string, options: { readonly signal?: AbortSignal; readonly steal?: boolean }, whileHeld: () => Promise<void>): Promise<unknown>;
}

export interface LineParts extends LeaderParts {
  /** Null where the browser has none: then each tab has a stream of its own. */
  readonly locks: Locks | null;
  readonly channel: ((name: string, hear: (message: Message) => void) => Channel) | null;
  /** When the page was loaded: what happened since is not known yet. */
  readonly loadedAt: number;
}

export function browserParts(tell: (update: LiveUpdate) => void): LineParts {
  const hasBoth = 'locks' in navigator && typeof BroadcastChannel !== 'undefined';
  return {
    open: openStream,
    tell,
    locks: hasBoth ? (navigator.locks as unknown as Locks) : null,
    channel: hasBoth ? browserChannel : null,
    loadedAt: performance.timeOrigin,
  };
}

function browserChannel(name: string, hear: (message: Message) => void): Channel {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => hear(data as Message));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window: it reaches tabs of our own origin alone
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

/**
 * The live updates of one account in one tab. Of all tabs of the browser one leads: it alone holds a stream open and
 * passes on what comes. When it closes, the browser gives its lock to the next.
 * @returns how to end it.
 */
export function startLine(accountId: string, parts: LineParts): () => void {
  const line = new LiveLine(`pusteblume-live-${accountId}`, parts);
  line.start();
  return () => line.stop();
}

class LiveLine {
  private readonly tabId = crypto.randomUUID();
  private readonly ending = new AbortController();
  private readonly channel: Channel | null;
  private readonly recent: { readonly at: number; readonly update: LiveUpdate }[] = [];
  private leader: LiveLeader | null = null;
  private leadsSince = 0;
  private coveredUntil: number;
  private heardLeaderAt = Date.now();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly name: string,
    private readonly parts: LineParts,
  ) {
    this.coveredUntil = parts.loadedAt;
    this.channel = parts.channel?.(name, (message) => this.hear(message)) ?? null;
  }

  start(): void {
    if (this.channel === null || this.parts.locks === null) {
      void this.lead();
      return;
    }
    this.channel.send({ kind: 'hello', from: this.tabId, since: this.parts.loadedAt });
    this.timer = setInterval(() => this.beat(), pulseMs);
    void this.queue(false);
  }

  stop(): void {
    this.ending.abort();
    clearInterval(this.timer);
    this.leader?.stop();
    this.channel?.close();
  }

  /** Waits, perhaps for ever, until no other tab leads; then leads until the tab closes. */
  private async queue(steal: boolean): Promise<void> {
    try {
      // A lock that is taken cannot be waited for, so there is no signal for it.
      await this.parts.locks?.request(this.name, steal ? { steal } : { signal: this.ending.signal }, () => this.lead());
    } catch {
      // Stopped, or another tab took the lead because this one slept.
      this.leader?.stop();
      this.leader = null;
      this.heardLeaderAt = Date.now();
      if (!this.ending.signal.aborted) void this.queue(false);
    }
  }

  private async lead(): Promise<void> {
    if (this.ending.signal.aborted) return;
    this.leadsSince = this.coveredUntil;
    const leader = new LiveLeader({ ...this.parts, tell: (update) => this.pass(update) }, this.coveredUntil);
    this.leader = leader;
    this.beat();
    await leader.run();
  }

  private pass(update: LiveUpdate): void {
    this.recent.push({ at: Date.now(), update });
    if (this.recent.length > recentAtMost) this.leadsSince = this.recent.shift()?.at ?? this.leadsSince;
    this.channel?.send({ kind: 'update', update });
    this.parts.tell(update);
  }

  private beat(): void {
    if (this.leader !== null) {
      this.coveredUntil = this.leader.coveredUntil;
      this.channel?.send({ kind: 'pulse', coveredUntil: this.coveredUntil });
    } else if (document.visibilityState === 'visible' && Date.now() - this.heardLeaderAt > leaderlessMs) {
      this.heardLeaderAt = Date.now();
      void this.queue(true);
    }
  }

  private hear(message: Message): void {
    switch (message.kind) {
      case 'update':
        this.heardLeaderAt = Date.now();
        this.parts.tell(message.update);
        break;
      case 'pulse':
        this.heardLeaderAt = Date.now();
        this.coveredUntil = Math.max(this.coveredUntil, message.coveredUntil);
        break;
      case 'meanwhile':
        if (message.to === this.tabId) for (const update of message.updates) this.parts.tell(update);
        break;
      case 'hello':
        this.answer(message.from, message.since);
    }
  }

  /** Tells a new tab what happened between its loading and its listening. */
  private answer(to: string, since: number): void {
    if (this.leader === null) return;
    const knows = since >= this.leadsSince && since >= Date.now() - recentMs;
    const updates = knows ? this.recent.filter(({ at }) => at >= since).map(({ update }) => update) : [caughtUp];
    this.channel?.send({ kind: 'meanwhile', to, updates });
    this.beat();
  }
}
