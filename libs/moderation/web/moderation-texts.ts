import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of the pages for whoever moderates, and of one's own reports and decisions. */
export const moderationTexts = defineTexts<typeof de>('moderation', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
