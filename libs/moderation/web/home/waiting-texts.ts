import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** The few words on the start page and on the home of a space. */
export const waitingTexts = defineTexts<typeof de>('moderationWaiting', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
