import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of the editor, of comparisons and of the state of drafts. */
export const textTexts = defineTexts<typeof de>('text', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
