/** The search field of the shell, the page of results, and what was searched in vain. */
import { IconZoomQuestion } from '@tabler/icons-react';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { searchTexts } from './search-texts.js';

export const searchRoutes: readonly RouteEntry[] = [
  { path: '/suche', load: async () => (await import('./page/SearchPage.js')).SearchPage, texts: [searchTexts] },
  {
    path: '/koordination/vergebliche-suchen',
    load: async () => (await import('./misses/MissesPage.js')).MissesPage,
    texts: [searchTexts],
    nav: { label: { de: 'Vergebliche Suchen', en: 'Searches in vain' }, icon: IconZoomQuestion, audience: 'coordinators', group: 'content', order: 90 },
  },
];

export { begunSearch } from './field/begun-search.js';

/** Stands in the shell, on every page. */
export const searchSlot: SlotEntry = { load: async () => (await import('./field/SearchBox.js')).SearchBox, texts: [searchTexts] };
