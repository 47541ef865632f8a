import { defineTexts } from '#platform/web';
import type de from '../i18n/mail.de.json';

/** Texts of the coordination's page about mail that does not arrive. */
export const mailTexts = defineTexts<typeof de>('notificationsMail', {
  de: () => import('../i18n/mail.de.json', { with: { type: 'json' } }),
  en: () => import('../i18n/mail.en.json', { with: { type: 'json' } }),
});
