import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** "Who can see this?": small, because it stands on pages of other domains too. */
export const audienceTexts = defineTexts<typeof de>('spaces.audience', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
