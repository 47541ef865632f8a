import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of the rarer pages: import, topics, settings, putting a handbook together. */
export const keepingTexts = defineTexts<typeof de>('tips/keep', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
