import { defineTexts } from '#platform/web';
import type de from './i18n/de.json';

/** Texts of the editor; apart from those of reading, which everybody loads. */
export const writingTexts = defineTexts<typeof de>('tips/write', {
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});
