/** Pages of the discussions, and what they show elsewhere. Light on purpose: it is part of the first load. */
export { beginningInSpace, discussionsFresh, discussionsOfSpace, discussionsRoutesWith, discussionsTab, discussionsWaiting } from './discussions.routes.js';
