import { defineTexts } from '#platform/web';
import type de from './i18n/menu.de.json';

/** Texts of the account's menu alone: they travel with every page, the other ones do not. */
export const menuTexts = defineTexts<typeof de>('accountsMenu', {
  de: () => import('./i18n/menu.de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/menu.en.json', { with: { type: 'json' } }),
});
