import { defineTexts } from '#platform/web';
import type de from './i18n/coordination.de.json';

/** Texts of the coordination's pages; only coordinators load them. */
export const coordinationTexts = defineTexts<typeof de>('accountsCoordination', {
  de: () => import('./i18n/coordination.de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/coordination.en.json', { with: { type: 'json' } }),
});
