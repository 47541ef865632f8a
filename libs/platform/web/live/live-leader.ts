import { caughtUp, type LiveUpdate } from './live-hub.js';
import type { OpenStream } from './live-stream.js';

/** The server gives a sign every 12 s; without any for so long the line is dead, whatever the browser believes. */
const silenceMs = 30_000;
const pauseFirstMs = 1000;
const pauseMostMs = 60_000;
/** Clocks and the way of a packet: rather twice than never. */
const marginSeconds = 2;

const viewerChanged: LiveUpdate = { topic: 'viewer', id: null, data: {} };

export interface LeaderParts {
  readonly open: OpenStream;
  readonly tell: (update: LiveUpdate) => void;
  /** 0 to 1; a browser's own unless told. */
  readonly random?: () => number;
}

/** Keeps the one stream of this browser open: after each end it begins anew with growing pauses, and names the gap. */
export class LiveLeader {
  private readonly stopping = new AbortController();
  private attempt = new AbortController();
  private signAt = Date.now();
  private isOpen = false;
  /** What was told before may have been asked for in vain. */
  private lostNetwork = false;
  private pauseMs = pauseFirstMs;
  private wake: () => void = () => undefined;

  /** @param covered until when this browser knows everything, in milliseconds of `Date.now`. */
  constructor(
    private readonly parts: LeaderParts,
    private covered: number,
  ) {}

  /** Until when nothing was missed. */
  get coveredUntil(): number {
    return this.isOpen ? Math.max(this.covered, this.signAt) : this.covered;
  }

  /** Settles when it was stopped. */
  async run(): Promise<void> {
    const watch = setInterval(() => this.checkSilence(silenceMs), silenceMs / 2);
    const look = () => this.lookUp();
    const reconnected = () => this.backOnline();
    window.addEventListener('online', reconnected);
    document.addEventListener('visibilitychange', look);
    try {
      for (let isFirst = true; !this.stopping.signal.aborted; isFirst = false) {
        await this.once(isFirst);
        await this.pause();
      }
    } finally {
      clearInterval(watch);
      window.removeEventListener('online', reconnected);
      document.removeEventListener('visibilitychange', look);
    }
  }

  stop(): void {
    this.stopping.abort();
    this.attempt.abort();
    this.wake();
  }

  private async once(isFirst: boolean): Promise<void> {
    this.attempt = new AbortController();
    this.signAt = Date.now();
    const since = Math.ceil((Date.now() - this.covered) / 1000) + marginSeconds;
    try {
      const end = await this.parts.open(
        since,
        {
          onOpen: () => {
            this.isOpen = true;
            this.signAt = Date.now();
            // Rights may have changed while nobody told.
            if (!isFirst) this.parts.tell(viewerChanged);
            this.tellLost();
          },
          onSign: () => {
            this.signAt = Date.now();
            this.pauseMs = pauseFirstMs;
          },
          onUpdate: this.parts.tell,
        },
        this.attempt.signal,
      );
      if (end.why === 'over') return;
      this.pauseMs = pauseMostMs;
      // Asking who is looking begins the page anew; this line ends with it.
      if (end.why === 'signedOut') this.parts.tell(viewerChanged);
    } catch {
      // No network: the pause grows.
    } finally {
      this.covered = this.coveredUntil;
      this.isOpen = false;
    }
  }

  /** Half of it by chance: after a restart of the server not all browsers come at once. */
  private async pause(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const random = this.parts.random ?? Math.random;
    const ms = this.pauseMs * (0.5 + random() / 2);
    this.pauseMs = Math.min(pauseMostMs, this.pauseMs * 2);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** The line may have outlived the network by a moment, in which updates came and asking for what they tell of failed. */
  private backOnline(): void {
    this.lostNetwork = true;
    if (this.isOpen) this.tellLost();
    this.lookUp();
  }

  private tellLost(): void {
    if (!this.lostNetwork) return;
    this.lostNetwork = false;
    this.parts.tell(caughtUp);
  }

  /** Back from sleep or from no network: a line that seems open may be dead, and a pause need not be waited out. */
  private lookUp(): void {
    if (document.visibilityState !== 'visible' && !navigator.onLine) return;
    if (this.isOpen) this.checkSilence(silenceMs / 2);
    else {
      this.pauseMs = pauseFirstMs;
      this.wake();
    }
  }

  private checkSilence(ms: number): void {
    if (Date.now() - this.signAt > ms) this.attempt.abort();
  }
}
