import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of the pages around the programme. */
export const administrationTexts = defineTexts<typeof de>('administration', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
