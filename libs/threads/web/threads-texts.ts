import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of posts, wherever they hang. */
export const threadsTexts = defineTexts<typeof de>('threads', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
