import type { ReactNode } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { SpaceFrame, SpaceFrameFragment } from '#spaces/web';
import { PageTabs } from '#ui/web';
import { moderationTexts } from './moderation-texts.js';

export const ModerationFrameFragment = graphql(
  `
    fragment ModerationFrame on Space {
      id
      slug
      name
      viewerCanModerate
      moderationQueueCount
      ...SpaceFrame
    }
  `,
  [SpaceFrameFragment],
);

interface ModerationFrameProps {
  readonly space: FragmentOf<typeof ModerationFrameFragment>;
  /** Absent on the queue itself, which is called as the tab of the space. */
  readonly title?: string;
  readonly summary?: ReactNode;
  /** The log for members; everything else is the moderators' alone. */
  readonly isForMembers?: boolean;
  readonly children: ReactNode;
}

/** The pages of a space's moderation; members see the log alone. */
export function ModerationFrame({ space: masked, title, summary, isForMembers = false, children }: ModerationFrameProps) {
  const t = useTexts(moderationTexts);
  const space = readFragment(ModerationFrameFragment, masked);
  const home = `/raum/${space.slug}/moderation`;
  const count = space.moderationQueueCount;
  return (
    <SpaceFrame space={space} title={title ?? t('queue.title')} summary={summary} {...(!isForMembers && { audience: t('frame.moderatorsOnly') })}>
      {space.viewerCanModerate && (
        <PageTabs
          isInner
          label={t('tabs.label', { space: space.name })}
          tabs={[
            { to: home, label: t('tabs.queue'), isExact: true, ...(count === null || count === 0 ? {} : { count }) },
            { to: `${home}/massnahmen`, label: t('tabs.measures') },
            { to: `${home}/protokoll`, label: t('tabs.log') },
            { to: `${home}/einstellungen`, label: t('tabs.settings') },
          ]}
        />
      )}
      {children}
    </SpaceFrame>
  );
}
