import type { LiveStream, Reader, StreamEnd } from './live-stream.js';

/** More finished pieces than these do not wait for one reader; the rest waits, bounded, in its stream. */
const PIECES_AT_MOST = 8;

/** One open answer: lets only so much be made as its reader takes. */
export class LiveConnection {
  /** The subscription that runs on it, once it has begun. */
  stream: LiveStream | null = null;
  private pieces = 0;
  private roomFor: (() => void) | null = null;

  /** @param onEnd cuts or ends the answer. */
  constructor(
    readonly reader: Reader,
    readonly onEnd: (why: StreamEnd) => void,
  ) {}

  /** Before the next piece is made; waits where the reader is behind. */
  async room(): Promise<void> {
    this.pieces += 1;
    if (this.pieces <= PIECES_AT_MOST) return;
    await new Promise<void>((resolve) => {
      this.roomFor = resolve;
    });
  }

  isWriting(): void {
    if (this.stream !== null) this.stream.waitingSince = Date.now();
  }

  hasWritten(): void {
    if (this.stream !== null) this.stream.waitingSince = null;
    // Signs of life are written too, and were never counted.
    this.pieces = Math.max(0, this.pieces - 1);
    this.roomFor?.();
    this.roomFor = null;
  }

  close(why: StreamEnd): void {
    this.stream?.end(why);
    this.roomFor?.();
  }
}
