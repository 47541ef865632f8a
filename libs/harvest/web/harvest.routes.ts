import { threadsTexts } from '#threads/web';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { harvestTexts } from './harvest-texts.js';

const texts = [harvestTexts];

export const harvestRoutes: readonly RouteEntry[] = [
  { path: '/d/:slug/praxistipp', load: async () => (await import('./making/MakeTipPage.js')).MakeTipPage, texts: [harvestTexts, threadsTexts] },
  { path: '/praxistipp-anfrage/:id', load: async () => (await import('./consent/RequestPage.js')).RequestPage, texts },
];

/** On the page of a discussion: the way to a tip, and what came of it. */
export const harvestOfDiscussion: SlotEntry = { load: async () => (await import('./making/DiscussionHarvest.js')).DiscussionHarvest, texts };

/** On the page of a tip: who else is in it, and which discussion it was made of. */
export const originOfTip: SlotEntry = { load: async () => (await import('./tip/TipOrigin.js')).TipOrigin, texts };

/** Beside the text of a tip that is written: consents, and the border. */
export const harvestOfDraft: SlotEntry = { load: async () => (await import('./tip/HarvestPanel.js')).HarvestPanel, texts };

/** On the home page: who asks for my words. */
export const harvestWaiting: SlotEntry = { load: async () => (await import('./consent/RequestsWaiting.js')).RequestsWaiting, texts, order: 25 };
