import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of the spaces' pages. */
export const spacesTexts = defineTexts<typeof de>('spaces', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
