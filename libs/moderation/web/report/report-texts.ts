import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of reporting and objecting: they travel with the pages of content, so they are few. */
export const reportTexts = defineTexts<typeof de>('report', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
