import type { ProgrammeRole } from '#access/server';

/** What somebody is given along with the approval: a part in the programme and first spaces. */
export interface Grant {
  readonly programmeRoles: readonly ProgrammeRole[];
  readonly spaceIds: readonly string[];
}

/** A grant made beforehand, for people who come later. */
export interface StandingGrant extends Grant {
  /** The coordinator who made it; null where that account is gone. */
  readonly actorId: string | null;
}
