import type { Clock } from '#platform/server';

/** Opens after so many failures in a row … */
const FAILURES = 3;
/** … and lets one try through after so long. */
const PAUSE_MS = 30_000;

/** Keeps a failing service from being asked at every request. */
export class Breaker {
  private failures = 0;
  private openUntil = 0;

  constructor(private readonly clock: Clock) {}

  get isOpen(): boolean {
    return this.clock.now().getTime() < this.openUntil;
  }

  succeeded(): void {
    this.failures = 0;
    this.openUntil = 0;
  }

  /** True where this failure opened it. */
  failed(): boolean {
    this.failures += 1;
    if (this.failures < FAILURES) return false;
    this.openUntil = this.clock.now().getTime() + PAUSE_MS;
    return this.failures === FAILURES;
  }
}
