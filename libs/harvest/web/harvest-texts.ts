import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

export const harvestTexts = defineTexts<typeof de>('harvest', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
