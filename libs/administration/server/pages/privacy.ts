import { PRIVACY_DE } from './privacy.de.js';
import { PRIVACY_EN } from './privacy.en.js';
import type { StandardPage } from './standard-page.js';

export const PRIVACY: StandardPage = {
  slug: 'datenschutz',
  version: 8,
  validFromOn: '2026-11-22',
  de: { title: 'Datenschutzerklärung', body: PRIVACY_DE },
  en: { title: 'Privacy notice', body: PRIVACY_EN },
};
