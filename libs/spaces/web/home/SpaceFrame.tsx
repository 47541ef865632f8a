import type { ReactNode } from 'react';
import { graphql, readFragment, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Page, PageTabs, SpaceEmblem } from '#ui/web';
import { WhoCanSee, WhoCanSeeFragment } from '../audience/WhoCanSee.js';
import { spacesTexts } from '../spaces-texts.js';
import { EntryBanner, EntryBannerFragment } from './EntryBanner.js';
import { useSpaceTabs } from './space-tabs.js';

export const SpaceFrameFragment = graphql(
  `
    fragment SpaceFrame on Space {
      id
      slug
      name
      colour
      emblem
      archivedAt
      memberCount
      viewerCanSeeMembers
      viewerCanModerate
      audience {
        ...WhoCanSee
      }
      parent {
        id
        slug
        name
      }
      ...EntryBanner
    }
  `,
  [WhoCanSeeFragment, EntryBannerFragment],
);

interface SpaceFrameProps {
  readonly space: FragmentOf<typeof SpaceFrameFragment>;
  /** The page's own title; absent on the home of the space. */
  readonly title?: string;
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  /** Who can see this page, where that is not who reads the space. */
  readonly audience?: ReactNode;
  readonly children: ReactNode;
}

/** What all pages of a space share: where one is, who can see it, its other pages. */
export function SpaceFrame({ space: masked, title, summary, actions, audience, children }: SpaceFrameProps) {
  const t = useTexts(spacesTexts);
  const { locale } = useLocale();
  const contents = useSpaceTabs();
  const space = readFragment(SpaceFrameFragment, masked);
  const home = `/raum/${space.slug}`;
  const tabsOf = (isForModerators: boolean) =>
    contents.filter((tab) => (tab.isForModerators ?? false) === isForModerators).map(({ path, label }) => ({ to: `${home}/${path}`, label: label[locale] }));
  const tabs = [
    { to: home, label: t('tabs.home'), isExact: true },
    ...tabsOf(false),
    ...(space.viewerCanSeeMembers ? [{ to: `${home}/mitglieder`, label: t('tabs.members'), ...(space.memberCount === null ? {} : { count: space.memberCount }) }] : []),
    ...(space.viewerCanModerate ? [...tabsOf(true), { to: `${home}/anfragen`, label: t('tabs.requests') }, { to: `${home}/einstellungen`, label: t('tabs.settings') }] : []),
  ];
  const crumbs = [
    { label: t('list.title'), to: '/raeume' },
    ...(space.parent === null ? [] : [{ label: space.parent.name, to: `/raum/${space.parent.slug}` }]),
    ...(title === undefined ? [] : [{ label: space.name, to: home }]),
  ];
  return (
    <Page
      title={title === undefined ? space.name : `${title} · ${space.name}`}
      heading={title ?? space.name}
      crumbs={crumbs}
      {...(title === undefined ? { lead: <SpaceEmblem colour={space.colour} emblem={space.emblem} size={44} /> } : {})}
      {...(summary === undefined || summary === '' ? {} : { summary })}
      {...(audience !== undefined ? { audience } : space.audience === null ? {} : { audience: <WhoCanSee audience={space.audience} /> })}
      actions={actions}
    >
      <EntryBanner space={space} />
      {space.archivedAt !== null && <Alert title={t('space.archivedTitle')}>{t('space.archivedText')}</Alert>}
      <PageTabs label={t('tabs.label', { space: space.name })} tabs={tabs} />
      {children}
    </Page>
  );
}
