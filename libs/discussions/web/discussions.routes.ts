import { createElement } from 'react';
import { IconMessages, IconPencil, IconSparkles } from '@tabler/icons-react';
import { bookmarksTexts } from '#bookmarks/web';
import { reportTexts } from '#moderation/web';
import { followTexts } from '#notifications/web';
import { audienceTexts, type SpacePart, type SpaceTab } from '#spaces/web';
import { threadsTexts } from '#threads/web';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { discussionsTexts } from './discussions-texts.js';

const listing = [discussionsTexts, audienceTexts] as const;
type Part = Pick<SlotEntry, 'load' | 'texts'>;

const reading = [discussionsTexts, threadsTexts, audienceTexts, bookmarksTexts, followTexts, reportTexts] as const;

/**
 * All pages of the discussions; each is loaded when it is first opened.
 * @param parts what other domains show above the posts of a discussion; each finds it by the address.
 * @param begun what they show among the texts that one has begun.
 */
export const discussionsRoutesWith = (parts: readonly Part[], begun: readonly Part[]): readonly RouteEntry[] => [
  {
    path: '/diskussionen',
    load: async () => (await import('./list/DiscussionsPage.js')).DiscussionsPage,
    texts: listing,
    nav: { label: { de: 'Diskussionen', en: 'Discussions' }, icon: IconMessages, audience: 'everyone', order: 15, onPhone: true },
  },
  {
    path: '/neu',
    load: async () => (await import('./catchup/CatchUpPage.js')).CatchUpPage,
    texts: listing,
    nav: { label: { de: 'Neu für mich', en: 'New for me' }, icon: IconSparkles, audience: 'members', order: 16 },
  },
  {
    path: '/angefangen',
    load: async () => {
      const [{ BegunPage }, ...loaded] = await Promise.all([import('./drafts/BegunPage.js'), ...begun.map((part) => part.load())]);
      return () => createElement(BegunPage, { parts: loaded });
    },
    texts: [discussionsTexts, threadsTexts, ...begun.flatMap((part) => part.texts)],
    nav: { label: { de: 'Angefangenes', en: 'Unfinished' }, icon: IconPencil, audience: 'members', order: 39 },
  },
  { path: '/raum/:slug/diskussionen', load: async () => (await import('./list/SpaceDiscussionsPage.js')).SpaceDiscussionsPage, texts: listing },
  { path: '/raum/:slug/diskussion/neu', load: async () => (await import('./open/NewDiscussionPage.js')).NewDiscussionPage, texts: listing },
  { path: '/diskussion/aus-beitrag/:id', load: async () => (await import('./rearrange/TurnPage.js')).TurnPage, texts: listing },
  { path: '/diskussion/neu', load: async () => (await import('./open/NewDiscussionPage.js')).NewDiscussionPage, texts: listing },
  // One entry: going from place to place must not draw the page anew.
  {
    path: '/d/:slug/:position?',
    load: async () => {
      const [{ DiscussionPage }, ...loaded] = await Promise.all([import('./discussion/DiscussionPage.js'), ...parts.map((part) => part.load())]);
      return () => createElement(DiscussionPage, { parts: loaded });
    },
    texts: [...reading, ...parts.flatMap((part) => part.texts)],
  },
];

/** The discussions of a space, beside its home. */
export const discussionsTab: SpaceTab = { path: 'diskussionen', label: { de: 'Diskussionen', en: 'Discussions' } };

/** On the home page: unanswered questions in my topics, replies I have begun. */
export const discussionsWaiting: SlotEntry = { load: async () => (await import('./home/DiscussionsWaiting.js')).DiscussionsWaiting, texts: [discussionsTexts], order: 20 };

/** On the home page: where something was written last. */
export const discussionsFresh: SlotEntry = { load: async () => (await import('./home/NewestDiscussions.js')).DiscussionsFresh, texts: [discussionsTexts], order: 5 };

/** Among the buttons of a space: beginning a discussion. */
export const beginningInSpace: SpacePart = { load: async () => (await import('./home/NewestDiscussions.js')).BeginInSpace, texts: [discussionsTexts], place: 'actions' };

/** On the home of a space: its discussions. */
export const discussionsOfSpace: SpacePart = { load: async () => (await import('./home/NewestDiscussions.js')).DiscussionsOfSpace, texts: [discussionsTexts] };
