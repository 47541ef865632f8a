import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of the notice centre, of the settings and of what stands around them. */
export const notificationsTexts = defineTexts<typeof de>('notifications', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
