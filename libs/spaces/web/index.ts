/** Pages of the spaces, and what they show elsewhere. */
export { useAudienceSentence, WhoCanSee, WhoCanSeeFragment } from './audience/WhoCanSee.js';
export { audienceTexts } from './audience-texts.js';
