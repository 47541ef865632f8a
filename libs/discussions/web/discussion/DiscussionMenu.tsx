import { IconArrowsJoin2, IconChartBar, IconArrowsSplit2, IconDots, IconFolderShare, IconHourglass, IconLock, IconLockOpen, IconPencil, IconPin, IconPinnedOff } from '@tabler/icons-react';
import { useMutation } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { graphql, readFragment, useErrorTexts, useTexts } from '#platform/web';
import { Button, Menu, toast, type MenuEntry } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { StandingFragment, type OneDiscussion } from './discussion.queries.js';

const PinDiscussion = graphql(`mutation PinDiscussion($input: PinDiscussionInput!) { pinDiscussion(input: $input) { ...DiscussionStanding } }`, [StandingFragment]);
const ReopenDiscussion = graphql(`mutation ReopenDiscussion($input: DiscussionInput!) { reopenDiscussion(input: $input) { ...DiscussionStanding } }`, [StandingFragment]);

// Each is opened rarely, and by few.
const EditDialog = lazy(async () => ({ default: (await import('./EditDialog.js')).EditDialog }));
const CloseDialog = lazy(async () => ({ default: (await import('./CloseDialog.js')).CloseDialog }));
const SlowDialog = lazy(async () => ({ default: (await import('./SlowDialog.js')).SlowDialog }));
const MoveDialog = lazy(async () => ({ default: (await import('../rearrange/MoveDialog.js')).MoveDialog }));
const SplitDialog = lazy(async () => ({ default: (await import('../rearrange/SplitDialog.js')).SplitDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('../rearrange/MergeDialog.js')).MergeDialog }));
const AskPollDialog = lazy(async () => ({ default: (await import('../poll/AskPollDialog.js')).AskPollDialog }));

const dialogs = { poll: AskPollDialog, edit: EditDialog, close: CloseDialog, slow: SlowDialog, move: MoveDialog, split: SplitDialog, merge: MergeDialog };

const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;

/** What is done to a discussion as a whole; empty for most readers, and then absent. */
export function DiscussionMenu({ discussion }: { readonly discussion: OneDiscussion }) {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const standing = readFragment(StandingFragment, discussion);
  const [opened, setOpened] = useState<keyof typeof dialogs>();
  const [pin] = useMutation(PinDiscussion);
  const [reopen] = useMutation(ReopenDiscussion);
  const run = async (act: () => Promise<unknown>, done: string) => {
    try {
      await act();
      toast(done);
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  const discussionId = discussion.id;
  const { isPinned } = standing;
  const entries: readonly MenuEntry[] = [
    ...(standing.viewerCanEdit ? [{ label: t('menu.edit'), icon: <IconPencil {...icon} />, onSelect: () => setOpened('edit') }] : []),
    ...(standing.viewerCanAskPoll ? [{ label: t('poll.ask'), icon: <IconChartBar {...icon} />, onSelect: () => setOpened('poll') }] : []),
    ...(standing.viewerCanSteer
      ? [{
          label: t(isPinned ? 'menu.unpin' : 'menu.pin'),
          icon: isPinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />,
          onSelect: () => void run(() => pin({ variables: { input: { discussionId, isPinned: !isPinned } } }), t(isPinned ? 'menu.unpinDone' : 'menu.pinDone')),
        }]
      : []),
    ...(standing.viewerCanSteer && !standing.isClosed ? [{ label: t('menu.close'), icon: <IconLock {...icon} />, onSelect: () => setOpened('close') }] : []),
    ...(standing.viewerCanSteer && standing.isClosed
      ? [{ label: t('menu.reopen'), icon: <IconLockOpen {...icon} />, onSelect: () => void run(() => reopen({ variables: { input: { discussionId } } }), t('menu.reopenDone')) }]
      : []),
    ...(standing.viewerCanSteer ? [{ label: t('menu.slow'), icon: <IconHourglass {...icon} />, onSelect: () => setOpened('slow') }] : []),
    ...(standing.viewerCanRearrange
      ? [
          { kind: 'line' as const },
          { label: t('menu.move'), icon: <IconFolderShare {...icon} />, onSelect: () => setOpened('move') },
          { label: t('menu.split'), icon: <IconArrowsSplit2 {...icon} />, onSelect: () => setOpened('split') },
          { label: t('menu.merge'), icon: <IconArrowsJoin2 {...icon} />, onSelect: () => setOpened('merge') },
        ]
      : []),
  ];
  if (entries.length === 0) return null;
  const Opened = opened === undefined ? undefined : dialogs[opened];
  return (
    <>
      <Menu entries={entries}>
        {(props) => (
          <Button {...props} kind="quiet" icon={<IconDots size={20} stroke={1.8} aria-hidden="true" />}>{t('menu.title')}</Button>
        )}
      </Menu>
      {Opened !== undefined && (
        <Suspense fallback={null}>
          <Opened discussion={discussion} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}
