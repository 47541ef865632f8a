/** Pages of the spaces, and what they show elsewhere. */
export { audienceTexts } from './audience/audience-texts.js';
export { useAudienceSentence, WhoCanSee, WhoCanSeeFragment } from './audience/WhoCanSee.js';
/** Frame and tabs of a space's pages, for pages of content domains that belong to a space. */
export { SpaceFrame, SpaceFrameFragment } from './home/SpaceFrame.js';
/** The pages content domains have in every space, composed in `apps/web`. */
export { SpaceTabsProvider } from './home/space-tabs.js';
export type { SpaceTab } from './home/space-tabs.js';
export { spacesRail, spacesRoutes, spacesRoutesWith, spacesWaiting, type SpacePart } from './spaces.routes.js';
