import { defineTexts } from '#platform/web';
import type de from '../i18n/bell.de.json';

/** Texts of the bell alone: they travel with every page, the other ones do not. */
export const bellTexts = defineTexts<typeof de>('notificationsBell', {
  de: () => import('../i18n/bell.de.json', { with: { type: 'json' } }),
  en: () => import('../i18n/bell.en.json', { with: { type: 'json' } }),
});
