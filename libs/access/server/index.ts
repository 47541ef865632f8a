/** Who can see what: one rule, three readers. See docs/architecture.md. */
export { guestViewer, isCoordinator, isMember, moderates } from './viewer.js';
export type { ProgrammeRole, SiteRole, Standing, Viewer } from './viewer.js';
export { all, any, never } from './expression.js';
export type { ContentState, Expression, ParticipantContent, SpaceContent } from './expression.js';
/** For lists of one known state, whose indexes are of that state alone. */
export { assumingState } from './assuming-state.js';
export { findableBy, visibleTo, visibleToParticipants } from './visible-to.js';
export { holds, toSearchFilter, toSql } from './readers.js';
export type { SqlCondition } from './readers.js';
export { ensure } from './ensure.js';
