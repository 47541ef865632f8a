import type { LiveEvent } from './live-event.js';

/** Long enough for a change of network or a restarted proxy; whoever was away longer looks anew. */
const RECENT_MS = 60_000;
const RECENT_AT_MOST = 2_000;

/** The last minute, so that a short break of a reader's connection costs no new look at everything. */
export class RecentEvents {
  private events: { readonly at: number; readonly event: LiveEvent }[] = [];
  /** What was dropped for lack of room, or never came, lies before this. */
  private droppedUntil = 0;

  add(event: LiveEvent): void {
    const now = Date.now();
    this.events.push({ at: now, event });
    if (this.events.length > RECENT_AT_MOST) this.droppedUntil = this.events.splice(0, RECENT_AT_MOST / 2).at(-1)?.at ?? now;
  }

  /** Something was missed until now. */
  forget(): void {
    this.events = [];
    this.droppedUntil = Date.now();
  }

  /**
   * @param coveredSince since when this process heard everything; null: it does not hear at the moment.
   * @returns null where it cannot be said.
   */
  since(time: number, coveredSince: number | null): readonly LiveEvent[] | null {
    const now = Date.now();
    if (coveredSince === null || time < coveredSince || time <= this.droppedUntil || time < now - RECENT_MS) return null;
    this.events = this.events.filter(({ at }) => at >= now - RECENT_MS);
    return this.events.filter(({ at }) => at >= time).map(({ event }) => event);
  }
}
