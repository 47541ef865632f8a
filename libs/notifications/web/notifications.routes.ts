import { IconMailOff } from '@tabler/icons-react';
import type { SpacePart } from '#spaces/web';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { bellTexts } from './bell/bell-texts.js';
import { mailTexts } from './coordination/mail-texts.js';
import { followTexts } from './following/follow-texts.js';
import { notificationsTexts } from './notifications-texts.js';
import { spaceNoticesTexts } from './policy/space-notices-texts.js';

const texts = [notificationsTexts];

export const notificationsRoutes: readonly RouteEntry[] = [
  { path: '/hinweise', load: async () => (await import('./centre/NoticesPage.js')).NoticesPage, texts: [notificationsTexts, followTexts] },
  { path: '/konto/benachrichtigungen', load: async () => (await import('./settings/NoticeSettingsPage.js')).NoticeSettingsPage, texts: [notificationsTexts, followTexts] },
  { path: '/abmelden-von/:token', load: async () => (await import('./unsubscribe/UnsubscribePage.js')).UnsubscribePage, texts, frame: 'bare' },
  { path: '/raum/:slug/mailregeln', load: async () => (await import('./policy/MailPolicyPage.js')).MailPolicyPage, texts },
  {
    path: '/koordination/mail',
    load: async () => (await import('./coordination/MailPage.js')).MailPage,
    texts: [mailTexts],
    nav: { label: { de: 'Unzustellbare Mails', en: 'Undeliverable mails' }, icon: IconMailOff, audience: 'coordinators', group: 'operation', order: 93 },
  },
];

/** On top of every page, for those who are signed in. */
export const noticesBell: SlotEntry = { load: async () => (await import('./bell/NoticesBell.js')).NoticesBell, texts: [bellTexts] };

/** Among the buttons of a space: following it. */
export const followingOfSpace: SpacePart = { load: async () => (await import('./policy/SpaceNotices.js')).FollowSpace, texts: [followTexts], place: 'actions' };

/** On the home of a space: what mails carry out of it. */
export const noticesOfSpace: SpacePart = { load: async () => (await import('./policy/SpaceNotices.js')).SpaceNotices, texts: [spaceNoticesTexts], place: 'beside' };
