/** Pages of the spaces, and what they show elsewhere. */
export { audienceTexts } from './audience/audience-texts.js';
export { useAudienceSentence, WhoCanSee, WhoCanSeeFragment } from './audience/WhoCanSee.js';
export { spacesRail, spacesRoutes, spacesWaiting } from './spaces.routes.js';
