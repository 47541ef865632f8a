import type { ContentState, ProgrammeRole } from '#access/server';

export type AudienceKind = 'everyone' | 'programme' | 'role' | 'members' | 'reviewers' | 'authors';

/** Who can see something now, computed by the rule that lets them see it. */
export interface Audience {
  readonly kind: AudienceKind;
  /** How many people; null for everyone. Whoever looks in by a logged step is not among them, see `visitors`. */
  readonly count: number | null;
  /** Coordinators who look in for a limited time by a logged step. */
  readonly visitors: number;
  /** The programme role, where the kind is `role`. */
  readonly role: ProgrammeRole | null;
  readonly spaceName: string;
}

/** What is asked about: something in a space, in a state, by authors. Absent state: the space itself. */
export interface AudienceSubject {
  readonly spaceId: string;
  readonly state: ContentState;
  /** Owner first, then co-authors. */
  readonly authorIds: readonly string[];
}
