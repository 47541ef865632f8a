import { IconFeather, IconTags } from '@tabler/icons-react';
import { createElement, type ComponentType } from 'react';
import { bookmarksTexts } from '#bookmarks/web';
import { reportTexts } from '#moderation/web';
import { audienceTexts, type SpaceTab } from '#spaces/web';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { keepingTexts } from './keep/keeping-texts.js';
import { tipsTexts } from './tips-texts.js';
import { writingTexts } from './write/writing-texts.js';

const reading = [tipsTexts, audienceTexts] as const;
const writing = [writingTexts, audienceTexts] as const;

type Part = Pick<SlotEntry, 'load' | 'texts'>;

/** A page with pieces of other domains in it; all of them arrive together. */
const withParts = (load: () => Promise<ComponentType<{ readonly parts: readonly ComponentType[] }>>, parts: readonly Part[]) => async (): Promise<ComponentType> => {
  const [Whole, ...loaded] = await Promise.all([load(), ...parts.map((part) => part.load())]);
  return () => createElement(Whole, { parts: loaded });
};

/**
 * All pages of the tips; each is loaded when it is first opened.
 * @param under what other domains show under the names of a tip; each finds the tip by the address.
 * @param beside what they show above the text of one that is written.
 */
export const tipsRoutesWith = (under: readonly Part[], beside: readonly Part[]): readonly RouteEntry[] => [
  { path: '/tipp/neu', load: async () => (await import('./write/NewTipPage.js')).NewTipPage, texts: writing },
  { path: '/tipp/:slug', load: withParts(async () => (await import('./tip/TipPage.js')).TipPage, under), texts: [...reading, bookmarksTexts, reportTexts, ...under.flatMap((part) => part.texts)] },
  { path: '/tipp/:slug/bearbeiten', load: withParts(async () => (await import('./write/EditTipPage.js')).EditTipPage, beside), texts: [...writing, ...beside.flatMap((part) => part.texts)] },
  { path: '/tipp/:slug/verlauf', load: async () => (await import('./history/HistoryPage.js')).HistoryPage, texts: reading },
  { path: '/raum/:slug/tipps', load: async () => (await import('./list/TipsPage.js')).TipsPage, texts: reading },
  { path: '/raum/:slug/tipps/einstellungen', load: async () => (await import('./keep/TipSettingsPage.js')).TipSettingsPage, texts: [keepingTexts] },
  { path: '/raum/:slug/import', load: async () => (await import('./keep/ImportPage.js')).ImportPage, texts: [keepingTexts, audienceTexts] },
  { path: '/raum/:slug/handbuecher', load: async () => (await import('./handbook/HandbooksPage.js')).HandbooksPage, texts: reading },
  { path: '/handbuch/:id', load: async () => (await import('./handbook/HandbookPage.js')).HandbookPage, texts: reading },
  { path: '/handbuch/:id/verlauf', load: async () => (await import('./handbook/HandbookHistoryPage.js')).HandbookHistoryPage, texts: reading },
  { path: '/handbuch/:id/bearbeiten', load: async () => (await import('./keep/HandbookEditPage.js')).HandbookEditPage, texts: [keepingTexts, audienceTexts] },
  {
    path: '/entwuerfe',
    load: async () => (await import('./tasks/DraftsPage.js')).DraftsPage,
    texts: [tipsTexts],
    nav: { label: { de: 'Tipp-Entwürfe', en: 'Tip drafts' }, icon: IconFeather, audience: 'members', order: 40 },
  },
  { path: '/pruefen', load: async () => (await import('./tasks/CheckPage.js')).CheckPage, texts: [tipsTexts] },
  {
    path: '/koordination/themen',
    load: async () => (await import('./keep/TopicsPage.js')).TopicsPage,
    texts: [keepingTexts],
    nav: { label: { de: 'Themen', en: 'Topics' }, icon: IconTags, audience: 'coordinators', group: 'content', order: 60 },
  },
];

/** The tips of a space, beside its home. */
export const tipsTab: SpaceTab = { path: 'tipps', label: { de: 'Praxistipps', en: 'Tips' } };

/** On the home page: what about tips waits for me. */
export const tipsWaiting: SlotEntry = { load: async () => (await import('./tasks/MyTasksTips.js')).MyTasksTips, texts: [tipsTexts], order: 30 };

/** On the home of a space: its newest tips. */
export const tipsOfSpace: SlotEntry = { load: async () => (await import('./list/SpaceTips.js')).SpaceTips, texts: [tipsTexts] };

/** On the home page: the newest tips I may read. */
export const tipsFresh: SlotEntry = { load: async () => (await import('./list/FreshTips.js')).FreshTips, texts: [tipsTexts], order: 10 };

/** Among the texts one has begun: tips. */
export const tipsBegun: Part = { load: async () => (await import('./tasks/TipsBegun.js')).TipsBegun, texts: [tipsTexts] };
