/** Being told: the bell, the notice centre, what one wants to hear of, and what other domains put on their pages. */
export { followingOfSpace, noticesBell, noticesOfSpace, notificationsRoutes } from './notifications.routes.js';
/** For the page of a thing: notices about it are read by looking at it. */
export { useVisited } from './bell/unread.js';
/** `<FollowMenu kind="thread" id={thread.id} />`: all, answers to me, muted. Nothing for guests and where nothing can be followed. */
export { FollowMenu } from './following/FollowMenu.js';
export type { FollowMenuProps } from './following/FollowMenu.js';
/** `followedAnew('thread', id)` after what makes one follow a thing, e.g. a reply: its menu then says so. */
export { useFollowedAnew } from './following/follow-level.js';
/** Name it among the texts of a route whose page shows the menu, so that it does not wait for words. */
export { followTexts } from './following/follow-texts.js';
