import { isMember, type Viewer } from '#access/server';

/** What the rules read of a post and of the viewer beside it. */
export interface PostFacts {
  readonly state: 'review' | 'published' | 'hidden';
  readonly isDeleted: boolean;
  /** Its text is gone for good, some time after it was deleted or with its author. */
  readonly isEmptied: boolean;
  readonly viewerIsAuthor: boolean;
  /** The viewer moderates its space. */
  readonly moderating: boolean;
  /** The viewer may leave words in its space. */
  readonly writing: boolean;
  /** The viewer belongs to the programme and is not suspended in the space, and the space is in use. */
  readonly takingPart: boolean;
}

/** Nobody mends somebody else's words; what moderation hid is not changed underneath it. */
export function canEdit({ state, isDeleted, viewerIsAuthor, writing }: PostFacts): boolean {
  return viewerIsAuthor && writing && !isDeleted && state !== 'hidden';
}

/** One's own words may be taken back, also where one may no longer write: a closed or archived place keeps nobody's words against their will. */
export function canDelete({ isDeleted, viewerIsAuthor, state }: PostFacts): boolean {
  return viewerIsAuthor && !isDeleted && state !== 'hidden';
}

export function canRestore({ isDeleted, isEmptied, moderating, writing }: PostFacts): boolean {
  return isDeleted && !isEmptied && moderating && writing;
}

/** Whoever reads may say a word, also without belonging to the space; nobody applauds themselves. */
export function canReact({ state, isDeleted, viewerIsAuthor, takingPart }: PostFacts): boolean {
  return state === 'published' && !isDeleted && !viewerIsAuthor && takingPart;
}

export function canReport(viewer: Viewer, { state, isDeleted, viewerIsAuthor }: PostFacts): boolean {
  return isMember(viewer) && state === 'published' && !isDeleted && !viewerIsAuthor;
}
