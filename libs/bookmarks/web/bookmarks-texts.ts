import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of bookmarks: few, because the button stands on other domains' pages. */
export const bookmarksTexts = defineTexts<typeof de>('bookmarks', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
