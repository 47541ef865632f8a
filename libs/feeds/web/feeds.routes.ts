import type { SpacePart } from '#spaces/web';
import type { RouteEntry } from '#platform/web';
import { feedsTexts } from './feeds-texts.js';

export const feedsRoutes: readonly RouteEntry[] = [{ path: '/konto/feeds', load: async () => (await import('./feeds/FeedsPage.js')).FeedsPage, texts: [feedsTexts] }];

/** On the home of a space: the way to its feed. */
export const feedOfSpace: SpacePart = { load: async () => (await import('./feeds/FeedOfSpace.js')).FeedOfSpace, texts: [feedsTexts], place: 'beside' };
