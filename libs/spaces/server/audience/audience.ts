import type { ContentState, ProgrammeRole } from '#access/server';
import type { Visibility } from '../space/space.entity.js';

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
  /** Empty where it lies in no space. */
  readonly spaceName: string;
}

/** Who can see what is nobody's and in no space: pages like the imprint, which are read without asking who reads. */
export const EVERYBODY: Audience = { kind: 'everyone', count: null, visitors: 0, role: null, spaceName: '' };

/** What is asked about: something in a space, in a state, by authors. */
export interface AudienceSubject {
  readonly spaceId: string;
  readonly state: ContentState;
  /** Owner first, then co-authors. */
  readonly authorIds: readonly string[];
}

/** What a step would change about who can see something. */
export interface AudienceChange {
  readonly before: Audience;
  readonly after: Audience;
  /** Members of the programme who would see it and do not now; the other way round. */
  readonly gains: number;
  readonly losses: number;
  readonly opensToEveryone: boolean;
  /** Whether a hidden space would be listed by name and description. */
  readonly becomesKnown: boolean;
  /** Ask before doing it. */
  readonly isWider: boolean;
  /** Members of the programme who can see it afterwards: the number a client sends back once its user has agreed. */
  readonly confirmation: number;
}

/** A counted space as the database answers. */
export interface SpaceCount {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly limitedToRole: ProgrammeRole | null;
  readonly readers: number;
  readonly visitors: number;
}

/** Who reads only because a logged entry is running; a member who also entered stays a member. */
export const IS_VISITOR_SQL = `(space.visibility in ('closed', 'hidden')
  and not exists (select from space_member own where own.space_id = space.id and own.account_id = v.account_id))`;

/** The wording's kind for a space with these settings. */
function kindOf(visibility: Visibility, limitedToRole: ProgrammeRole | null): AudienceKind {
  switch (visibility) {
    case 'public':
      return 'everyone';
    case 'programme':
      return limitedToRole === null ? 'programme' : 'role';
    case 'closed':
    case 'hidden':
      return 'members';
  }
}

export function audienceFrom(row: SpaceCount): Audience {
  const kind = kindOf(row.visibility, row.limitedToRole);
  return {
    kind,
    count: kind === 'everyone' ? null : row.readers,
    visitors: row.visitors,
    role: kind === 'role' ? row.limitedToRole : null,
    spaceName: row.name,
  };
}
