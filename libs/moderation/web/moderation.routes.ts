import type { RouteEntry, SlotEntry } from '#platform/web';
import { audienceTexts, type SpacePart, type SpaceTab } from '#spaces/web';
import { waitingTexts } from './home/waiting-texts.js';
import { moderationTexts } from './moderation-texts.js';
import { reportTexts } from './report/report-texts.js';

const texts = [moderationTexts, reportTexts, audienceTexts];

/** Reporting, reviewing, objecting; `/raum/:slug/moderation/…` are the pages of one space. */
export const moderationRoutes: readonly RouteEntry[] = [
  {
    path: '/moderation',
    load: async () => (await import('./queue/ModerationPage.js')).ModerationPage,
    texts,
  },
  { path: '/raum/:slug/moderation', load: async () => (await import('./queue/SpaceModerationPage.js')).SpaceModerationPage, texts },
  { path: '/raum/:slug/moderation/massnahmen', load: async () => (await import('./measures/MeasuresPage.js')).MeasuresPage, texts },
  { path: '/raum/:slug/moderation/protokoll', load: async () => (await import('./log/LogPage.js')).LogPage, texts },
  { path: '/raum/:slug/moderation/einstellungen', load: async () => (await import('./settings/ModerationSettingsPage.js')).ModerationSettingsPage, texts },
  { path: '/meldungen', load: async () => (await import('./own/OwnPage.js')).OwnPage, texts },
  { path: '/melden/:kind/:id', load: async () => (await import('./report/GuestReportPage.js')).GuestReportPage, texts: [reportTexts] },
];

/** Among the pages of a space, for its moderators. */
export const moderationTab: SpaceTab = { path: 'moderation', label: { de: 'Moderation', en: 'Moderation' }, isForModerators: true };

/** On the home page of whoever moderates: reports, held items, objections. */
export const moderationWaiting: SlotEntry = { load: async () => (await import('./home/ModerationWaiting.js')).ModerationWaiting, texts: [waitingTexts], order: 15 };

/** In the navigation of whoever looks after a space: the queue over all of them. */
export const moderationPlace: SlotEntry = { load: async () => (await import('./home/ModerationPlace.js')).ModerationPlace, texts: [waitingTexts], order: 10 };

/** On the home of a space: what holds against oneself, and what waits. */
export const moderationOfSpace: SpacePart = { load: async () => (await import('./home/SpaceModeration.js')).SpaceModeration, texts: [waitingTexts], place: 'first' };

/** On the home of a space: the way to the log of its moderation. */
export const logOfSpace: SpacePart = { load: async () => (await import('./home/SpaceModeration.js')).SpaceLog, texts: [waitingTexts], place: 'beside' };
