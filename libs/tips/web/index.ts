/** Pages of the practice tips, and what they show elsewhere. Light on purpose: it is part of the first load. */
export { tipsBegun, tipsFresh, tipsOfSpace, tipsRoutesWith, tipsTab, tipsWaiting } from './tips.routes.js';
