import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of reading, listing and tending tips. */
export const tipsTexts = defineTexts<typeof de>('tips', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
