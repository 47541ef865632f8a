/**
 * What may be seen, as data: a small closed language over the content columns, so that one rule can be read as SQL, as
 * a search filter and as a yes or no about one row.
 */
export type Expression =
  | { readonly is: 'never' }
  | { readonly is: 'spaceIn'; readonly ids: readonly string[] }
  | { readonly is: 'stateIn'; readonly states: readonly ContentState[] }
  | { readonly is: 'authoredBy'; readonly accountId: string }
  | { readonly is: 'ownedBy'; readonly accountId: string }
  | { readonly is: 'participant'; readonly accountId: string }
  | { readonly is: 'all'; readonly of: readonly Expression[] }
  | { readonly is: 'any'; readonly of: readonly Expression[] };

/**
 * `draft`: its authors alone; who has left the space only as its owner. `review`: authors and moderators of the space. `published` and `retired`: who may read
 * the space. `hidden`: taken out of sight by moderation, readable by moderators and the authors.
 */
export type ContentState = 'draft' | 'review' | 'published' | 'retired' | 'hidden';

/** The columns every space-shaped row carries. */
export interface SpaceContent {
  readonly id: string;
  readonly spaceId: string;
  /** The owner first, then co-authors. */
  readonly authorIds: readonly string[];
  readonly state: ContentState;
}

/** The columns of what belongs to its participants and to nobody else (conversations, mentoring). */
export interface ParticipantContent {
  readonly id: string;
  readonly participantIds: readonly string[];
}

export const never: Expression = { is: 'never' };

export function all(...of: readonly Expression[]): Expression {
  return { is: 'all', of };
}

export function any(...of: readonly Expression[]): Expression {
  return { is: 'any', of };
}
