import { defineTexts } from './define-texts.js';
import type de from './de.json';

/** Texts of the platform: sentences for errors that any domain can meet. */
export const platformTexts = defineTexts<typeof de>('platform', {
  de: () => import('./de.json', { with: { type: 'json' } }),
  en: () => import('./en.json', { with: { type: 'json' } }),
});
