import { accountMenu, accountsRoutes, accountsWaiting, accountsWelcome } from '#accounts/web';
import { administrationRoutes, administrationWaiting } from '#administration/web';
import { bookmarksRoutes } from '#bookmarks/web';
import { beginningInSpace, discussionsFresh, discussionsOfSpace, discussionsRoutesWith, discussionsTab, discussionsWaiting } from '#discussions/web';
import { feedOfSpace, feedsRoutes } from '#feeds/web';
import { harvestOfDiscussion, harvestOfDraft, harvestRoutes, harvestWaiting, originOfTip } from '#harvest/web';
import { logOfSpace, moderationOfSpace, moderationPlace, moderationRoutes, moderationTab, moderationWaiting } from '#moderation/web';
import { followingOfSpace, noticesBell, noticesOfSpace, notificationsRoutes } from '#notifications/web';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { searchRoutes, searchSlot } from '#search/web';
import { spacesRail, spacesRoutesWith, spacesWaiting, type SpaceTab } from '#spaces/web';
import { threadsRoutes } from '#threads/web';
import { tipsBegun, tipsFresh, tipsOfSpace, tipsRoutesWith, tipsTab, tipsWaiting } from '#tips/web';

/** All pages, a line per domain. */
export const routes: readonly RouteEntry[] = [
  ...accountsRoutes,
  ...spacesRoutesWith([beginningInSpace, followingOfSpace, moderationOfSpace, discussionsOfSpace, tipsOfSpace, noticesOfSpace, feedOfSpace, logOfSpace]),
  ...harvestRoutes,
  ...discussionsRoutesWith([harvestOfDiscussion], [tipsBegun]),
  ...threadsRoutes,
  ...tipsRoutesWith([originOfTip], [harvestOfDraft]),
  ...searchRoutes,
  ...feedsRoutes,
  ...bookmarksRoutes,
  ...notificationsRoutes,
  ...moderationRoutes,
  ...administrationRoutes,
];

/** What every space has besides its home, in the order of its tabs. */
export const spaceTabs: readonly SpaceTab[] = [discussionsTab, tipsTab, moderationTab];

/** The pieces of domains that stand in the shell and on the home page. */
export interface Slots {
  /** In the rail, above the spaces: places that only some have, each with what waits there. */
  readonly duties: readonly SlotEntry[];
  /** The viewer's own spaces in the rail. */
  readonly spaces?: SlotEntry;
  /** The search field on top, with suggestions; until it is there a plain one leads to the search page. */
  readonly search?: SlotEntry;
  /** Whether something new concerns the viewer, beside the account's menu. */
  readonly notices?: SlotEntry;
  /** The account's menu, for those who are signed in. */
  readonly account?: SlotEntry;
  /** On the home page of a guest: what this is and what everybody may read. */
  readonly welcome: readonly SlotEntry[];
  /** On the home page: what waits for me. Each shows nothing when nothing waits. */
  readonly waiting: readonly SlotEntry[];
  /** On the home page: what is new where I am. */
  readonly fresh: readonly SlotEntry[];
}

export const slots: Slots = {
  duties: [moderationPlace],
  spaces: spacesRail,
  notices: noticesBell,
  account: accountMenu,
  search: searchSlot,
  welcome: [accountsWelcome, tipsFresh],
  waiting: [accountsWaiting, administrationWaiting, spacesWaiting, moderationWaiting, discussionsWaiting, harvestWaiting, tipsWaiting],
  fresh: [discussionsFresh, tipsFresh],
};
