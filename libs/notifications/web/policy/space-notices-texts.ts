import { defineTexts } from '#platform/web';
import type de from '../i18n/space.de.json';

/** Texts of the lines on the home of a space. */
export const spaceNoticesTexts = defineTexts<typeof de>('notificationsSpace', {
  de: () => import('../i18n/space.de.json', { with: { type: 'json' } }),
  en: () => import('../i18n/space.en.json', { with: { type: 'json' } }),
});
