import type { Filling } from './filled.js';

export type Who = 'guest' | 'signed in';

/** One thing people do, as the product and the floor are asked for it. */
export interface Scenario {
  readonly name: string;
  readonly who: readonly Who[];
  readonly query: string;
  readonly variables: object | (() => object);
  readonly floor: { readonly path: string; readonly body?: () => object };
  /** Words that both right answers hold. */
  readonly has: string;
  /** Whoever is signed in is somebody else each time: one person alone may not write that much. */
  readonly byManyPeople?: boolean;
}

/** Scenarios on databases of one kind. */
export interface Collection extends Filling {
  /** As told before the first figures. */
  readonly note?: string;
  /** Takes back what an earlier run has written into a database that was kept, so that each run begins alike. */
  readonly restore?: (databaseUrl: string) => Promise<void>;
  readonly scenariosFor: (size: number) => readonly Scenario[];
}
