import type { ProgrammeRole } from '#access/server';

/** What somebody is given along with the approval: a part in the programme and first spaces. */
export interface Grant {
  readonly programmeRoles: readonly ProgrammeRole[];
  readonly spaceIds: readonly string[];
}
