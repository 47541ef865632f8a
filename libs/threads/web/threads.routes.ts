import type { RouteEntry } from '#platform/web';
import { threadsTexts } from './threads-texts.js';

/** The lasting address of a post, wherever it stands. */
export const threadsRoutes: readonly RouteEntry[] = [
  { path: '/beitrag/:id', load: async () => (await import('./post/PostPlacePage.js')).PostPlacePage, texts: [threadsTexts] },
];
