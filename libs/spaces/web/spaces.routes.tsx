import { IconBuildingCommunity, IconHierarchy2 } from '@tabler/icons-react';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { audienceTexts } from './audience/audience-texts.js';
import type { SpacePlace } from './home/SpacePage.js';
import { spacesTexts } from './spaces-texts.js';

const texts = [spacesTexts, audienceTexts];

/** What another domain shows on the home of a space; it finds the space by the address. */
export interface SpacePart extends Pick<SlotEntry, 'load' | 'texts'> {
  /** Among the buttons of the page, above everything else, or beside the rest; with the contents unless said. */
  readonly place?: SpacePlace;
}

/**
 * All pages of the spaces; `/raum/:slug/tipps` belongs to the tips.
 * @param parts what content domains show on the home of a space, in their order at each place.
 */
export const spacesRoutesWith = (parts: readonly SpacePart[]): readonly RouteEntry[] => [
  {
    path: '/raeume',
    load: async () => (await import('./list/SpacesPage.js')).SpacesPage,
    texts,
    nav: { label: { de: 'Räume', en: 'Spaces' }, icon: IconHierarchy2, audience: 'everyone', order: 20, onPhone: true },
  },
  {
    path: '/raum/:slug',
    load: async () => {
      const [{ SpacePage }, ...loaded] = await Promise.all([import('./home/SpacePage.js'), ...parts.map((part) => part.load())]);
      const at = (place: SpacePlace) => loaded.filter((_part, index) => (parts[index]?.place ?? 'contents') === place);
      const placed = { actions: at('actions'), first: at('first'), contents: at('contents'), beside: at('beside') };
      return () => <SpacePage parts={placed} />;
    },
    texts: [...texts, ...parts.flatMap((part) => part.texts)],
  },
  { path: '/raum/:slug/mitglieder', load: async () => (await import('./members/MembersPage.js')).MembersPage, texts },
  { path: '/raum/:slug/einstellungen', load: async () => (await import('./settings/SettingsPage.js')).SettingsPage, texts },
  { path: '/raum/:slug/anfragen', load: async () => (await import('./requests/SpaceRequestsPage.js')).SpaceRequestsPage, texts },
  { path: '/anfragen', load: async () => (await import('./requests/RequestsPage.js')).RequestsPage, texts },
  { path: '/raum-einladung', load: async () => (await import('./invitation/InvitationPage.js')).InvitationPage, texts },
  {
    path: '/koordination/raeume',
    load: async () => (await import('./administration/AdministrationPage.js')).AdministrationPage,
    texts,
    nav: { label: { de: 'Räume verwalten', en: 'Manage spaces' }, icon: IconBuildingCommunity, audience: 'coordinators', group: 'content', order: 30 },
  },
];

/** The pages without pieces of other domains. */
export const spacesRoutes = spacesRoutesWith([]);

/** The viewer's own spaces in the rail. */
export const spacesRail: SlotEntry = { load: async () => (await import('./rail/SpaceRail.js')).SpaceRail, texts: [spacesTexts] };

/** On the home page: requests to decide, invitations, own requests. */
export const spacesWaiting: SlotEntry = { load: async () => (await import('./home/SpacesWaiting.js')).SpacesWaiting, texts: [spacesTexts], order: 10 };
