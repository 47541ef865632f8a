/** One's own feeds: setting up, renewing, ending. */
export { feedOfSpace, feedsRoutes } from './feeds.routes.js';
