import { IconArrowBackUp, IconBookmark, IconDots, IconHistory, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useReportEntry } from '#moderation/web';
import { graphql, useErrorTexts, useTexts, useViewer, type ResultOf } from '#platform/web';
import { ConfirmDialog, IconButton, Menu, toast, type MenuEntry } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import { PostFragment } from './post.fragment.js';

const DeletePost = graphql(`mutation DeletePost($input: PostInput!) { deletePost(input: $input) { ...PostView } }`, [PostFragment]);
const RestorePost = graphql(`mutation RestorePost($input: PostInput!) { restorePost(input: $input) { ...PostView } }`, [PostFragment]);

// Few posts of the many are kept.
const BookmarkDialog = lazy(async () => ({ default: (await import('#bookmarks/web')).BookmarkDialog }));

interface PostMenuProps {
  readonly post: ResultOf<typeof PostFragment>;
  readonly path: string;
  readonly entries: readonly MenuEntry[];
  readonly onEdit: () => void;
  readonly onHistory: () => void;
}

const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;

/** What one does with a post now and then. */
export function PostMenu({ post, path, entries, onEdit, onHistory }: PostMenuProps) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { isApproved, isGuest } = useViewer();
  const report = useReportEntry('post', post.id);
  const [isDeleting, setDeleting] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const [deletePost] = useMutation(DeletePost);
  const [restorePost] = useMutation(RestorePost);
  const variables = { input: { postId: post.id } };

  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${path}`);
      toast(t('post.linkCopied'));
    } catch {
      // Some offices forbid it: then the address itself, to be copied by hand.
      toast(`${window.location.origin}${path}`);
    }
  };
  const restore = async () => {
    try {
      await restorePost({ variables });
      toast(t('post.restored'));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  const all: readonly MenuEntry[] = [
    ...(post.viewerCanEdit ? [{ label: t('post.edit'), icon: <IconPencil {...icon} />, onSelect: onEdit }] : []),
    { label: t('post.copyLink'), icon: <IconLink {...icon} />, onSelect: () => void copyLink() },
    ...(post.editedAt !== null && !post.isDeleted ? [{ label: t('post.history'), icon: <IconHistory {...icon} />, onSelect: onHistory }] : []),
    ...(isApproved && !post.isDeleted && !post.isHeld ? [{ label: t('post.keep'), icon: <IconBookmark {...icon} />, onSelect: () => setKeeping(true) }] : []),
    ...entries,
    ...(post.viewerCanRestore ? [{ label: t('post.restore'), icon: <IconArrowBackUp {...icon} />, onSelect: () => void restore() }] : []),
    ...(post.viewerCanReport || (isGuest && !post.isDeleted) ? [report.entry] : []),
    ...(post.viewerCanDelete ? [{ kind: 'line' as const }, { label: t('post.delete'), icon: <IconTrash {...icon} />, isDanger: true, onSelect: () => setDeleting(true) }] : []),
  ];
  return (
    <>
      <Menu entries={all}>
        {(props) => (
          <IconButton {...props} size="small" label={t('post.more', { name: post.author?.name ?? t('post.someone') })}>
            <IconDots size={20} stroke={1.8} aria-hidden="true" />
          </IconButton>
        )}
      </Menu>
      {report.dialog}
      {isKeeping && (
        <Suspense fallback={null}>
          <BookmarkDialog kind="post" id={post.id} isOpen onClose={() => setKeeping(false)} />
        </Suspense>
      )}
      <ConfirmDialog
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        title={t('post.deleteAsk')}
        confirmLabel={t('post.delete')}
        kind="danger"
        texts={threadsTexts}
        onConfirm={async () => {
          await deletePost({ variables });
          toast(t('post.deleteDone'));
        }}
      >
        {t('post.deleteText')}
      </ConfirmDialog>
    </>
  );
}
