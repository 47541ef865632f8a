import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of discussions: lists, reading, opening, tending. */
export const discussionsTexts = defineTexts<typeof de>('discussions', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
