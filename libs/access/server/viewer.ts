/** Roles for the whole programme's software, as opposed to roles in the programme (mentor, mentee) or in a space. */
export type SiteRole = 'coordinator';

export type ProgrammeRole = 'mentor' | 'mentee';

/** How far somebody's registration has come. Only `approved` is a member of the programme. */
export type Standing = 'guest' | 'unconfirmed' | 'waiting' | 'approved';

/**
 * Whoever looks right now. Always present: a guest is a viewer too. Built once per request from the database, never
 * changed afterwards, so that a changed role acts on the next request and not within one.
 */
export interface Viewer {
  readonly accountId: string | null;
  readonly standing: Standing;
  readonly siteRoles: ReadonlySet<SiteRole>;
  readonly programmeRoles: ReadonlySet<ProgrammeRole>;
  /** Spaces whose content the viewer may read: by visibility, membership or a logged entry. */
  readonly readableSpaceIds: ReadonlySet<string>;
  /** Spaces the viewer looks after; always a part of the readable ones. */
  readonly moderatedSpaceIds: ReadonlySet<string>;
  readonly locale: 'de' | 'en';
}

const nothing: ReadonlySet<never> = new Set<never>();

/** Somebody without an account. `readableSpaceIds` are the public spaces. */
export function guestViewer(publicSpaceIds: ReadonlySet<string> = nothing, locale: 'de' | 'en' = 'de'): Viewer {
  return {
    accountId: null,
    standing: 'guest',
    siteRoles: nothing,
    programmeRoles: nothing,
    readableSpaceIds: publicSpaceIds,
    moderatedSpaceIds: nothing,
    locale,
  };
}

export function isMember(viewer: Viewer): boolean {
  return viewer.standing === 'approved';
}

export function isCoordinator(viewer: Viewer): boolean {
  return viewer.standing === 'approved' && viewer.siteRoles.has('coordinator');
}

export function moderates(viewer: Viewer, spaceId: string): boolean {
  return viewer.moderatedSpaceIds.has(spaceId);
}
