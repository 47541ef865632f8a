import type { ProgrammeRole } from '#access/server';
import type { Gate, Visibility } from '../space/space.entity.js';

/** What decides who can come in. */
export interface WaysIn {
  readonly visibility: Visibility;
  readonly limitedToRole: ProgrammeRole | null;
  readonly gates: readonly Gate[];
}

/** A way in that more people could take than before. */
export interface WiderWay {
  readonly gate: Gate;
  /** Members of the programme who are not in yet and could take it; null where moderators choose whom they invite. */
  readonly count: number | null;
}

/** What other gates, or another limit to a programme role, would change about who can come in. */
export interface GatesChange {
  readonly widerWays: readonly WiderWay[];
  /** The programme role the space would be for; null for everybody. */
  readonly role: ProgrammeRole | null;
  readonly isWider: boolean;
  /** The number a client sends back once its user has agreed. */
  readonly confirmation: number;
}

/**
 * The gates that more people could pass than before: opened ones, and all of them where the space is for more roles.
 * Beside an open gate nobody gains by another one: whoever may come in could before.
 */
export function widerGates(before: WaysIn, after: WaysIn): readonly Gate[] {
  const isLoosened = before.limitedToRole !== null && after.limitedToRole !== before.limitedToRole;
  const present = new Set(before.gates);
  const next = [...new Set(after.gates)];
  if (isLoosened) return next;
  return present.has('open') ? [] : next.filter((gate) => !present.has(gate));
}
