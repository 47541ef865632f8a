import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of the ways in, of one's own account and of people. */
export const accountsTexts = defineTexts<typeof de>('accounts', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
