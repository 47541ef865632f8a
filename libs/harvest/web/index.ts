/** From discussions to practice tips: choosing passages, answering requests, the border check, credit. */
export { harvestOfDiscussion, harvestOfDraft, harvestRoutes, harvestWaiting, originOfTip } from './harvest.routes.js';
