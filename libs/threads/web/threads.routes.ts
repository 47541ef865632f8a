import type { RouteEntry, SlotEntry } from '#platform/web';
import { threadsTexts } from './threads-texts.js';

/** The lasting address of a post, wherever it stands. */
export const threadsRoutes: readonly RouteEntry[] = [
  { path: '/beitrag/:id', load: async () => (await import('./post/PostPlacePage.js')).PostPlacePage, texts: [threadsTexts] },
];

/** On the page of what one has begun: replies, in all threads. */
export const draftReplies: Pick<SlotEntry, 'load' | 'texts'> = { load: async () => (await import('./write/DraftReplies.js')).DraftReplies, texts: [threadsTexts] };
