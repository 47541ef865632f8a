import { defineTexts } from '#platform/web';
import type de from './de.json';

/** The few words that components say by themselves. */
export const uiTexts = defineTexts<typeof de>('ui', {
  de: () => import('./de.json', { with: { type: 'json' } }),
  en: () => import('./en.json', { with: { type: 'json' } }),
});
