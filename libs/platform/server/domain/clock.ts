/** The time, so that tests can move it. */
export interface Clock {
  now(): Date;
}

/** Injection token for the {@link Clock}. */
export const CLOCK = Symbol('Clock');

export const systemClock: Clock = { now: () => new Date() };
