import { IconBookmark } from '@tabler/icons-react';
import type { RouteEntry } from '#platform/web';
import { bookmarksTexts } from './bookmarks-texts.js';

export const bookmarksRoutes: readonly RouteEntry[] = [
  {
    path: '/lesezeichen',
    load: async () => (await import('./list/BookmarksPage.js')).BookmarksPage,
    texts: [bookmarksTexts],
    nav: { label: { de: 'Lesezeichen', en: 'Bookmarks' }, icon: IconBookmark, audience: 'members', order: 55 },
  },
];
