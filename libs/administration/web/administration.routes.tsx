import { IconActivity, IconAdjustments, IconFileText } from '@tabler/icons-react';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { audienceTexts } from '#spaces/web';
import { textTexts } from '#text/web';
import { administrationTexts } from './administration-texts.js';

const texts = [administrationTexts, textTexts];
const pageTexts = [...texts, audienceTexts];

export const administrationRoutes: readonly RouteEntry[] = [
  { path: '/seite/:slug', load: async () => (await import('./page/SitePagePage.js')).SitePagePage, texts: pageTexts },
  { path: '/seite/:slug/bearbeiten', load: async () => (await import('./page/SitePageEditPage.js')).SitePageEditPage, texts: pageTexts },
  {
    path: '/koordination/seiten',
    load: async () => (await import('./page/SitePagesPage.js')).SitePagesPage,
    texts,
    nav: { label: { de: 'Seiten', en: 'Pages' }, icon: IconFileText, audience: 'coordinators', group: 'content', order: 80 },
  },
  {
    path: '/koordination/einstellungen',
    load: async () => (await import('./programme/ProgrammePage.js')).ProgrammePage,
    texts,
    nav: { label: { de: 'Einstellungen', en: 'Settings' }, icon: IconAdjustments, audience: 'coordinators', group: 'operation', order: 90 },
  },
  {
    path: '/koordination/betrieb',
    load: async () => (await import('./operation/OperationPage.js')).OperationPage,
    texts,
    nav: { label: { de: 'Protokoll', en: 'Record' }, icon: IconActivity, audience: 'coordinators', group: 'operation', order: 95 },
  },
];

/** On the home page of coordinators: what the programme's pages still lack. */
export const administrationWaiting: SlotEntry = { load: async () => (await import('./page/PagesWaiting.js')).PagesWaiting, texts: [administrationTexts], order: 15 };
