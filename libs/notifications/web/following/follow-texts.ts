import { defineTexts } from '#platform/web';
import type de from '../i18n/follow.de.json';

/** Texts of the follow menu: few, because it stands on other domains' pages. */
export const followTexts = defineTexts<typeof de>('notificationsFollow', {
  de: () => import('../i18n/follow.de.json', { with: { type: 'json' } }),
  en: () => import('../i18n/follow.en.json', { with: { type: 'json' } }),
});
