import { useQuery } from '@apollo/client/react';
import { Suspense } from 'react';
import { useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, Dialog, Skeleton, toast } from '#ui/web';
import { bookmarksTexts } from '../bookmarks-texts.js';
import { BookmarkForm } from './BookmarkForm.js';
import { BookmarkOfQuery, useKeeping, type Target } from './bookmark.queries.js';

export interface BookmarkDialogProps extends Target {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Note and day of reminder for one thing; keeps it, changes it or lets go of it. */
export function BookmarkDialog(props: BookmarkDialogProps) {
  if (!props.isOpen) return null;
  return (
    <Suspense fallback={null}>
      <OpenDialog {...props} />
    </Suspense>
  );
}

function OpenDialog({ kind, id, onClose }: BookmarkDialogProps) {
  const t = useTexts(bookmarksTexts);
  const errors = useErrorTexts(bookmarksTexts);
  const { data, error, refetch } = useQuery(BookmarkOfQuery, { variables: { kind, targetId: id } });
  const { release } = useKeeping({ kind, id });
  const kept = data?.bookmarkOf ?? null;

  const letGo = async () => {
    try {
      await release();
      toast(t('released'));
      onClose();
    } catch (problem) {
      toast(errors.sentence(problem), { kind: 'danger' });
    }
  };

  return (
    <Dialog isOpen onClose={onClose} title={t('dialog.title')}>
      {data !== undefined ? (
        <BookmarkForm
          kind={kind}
          id={id}
          kept={kept}
          onDone={onClose}
          actions={kept !== null && <Button kind="quiet" onClick={() => void letGo()}>{t('release')}</Button>}
        />
      ) : error === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <Alert kind="danger" live action={<div><Button size="small" onClick={() => void refetch()}>{t('again')}</Button></div>}>{errors.sentence(error)}</Alert>
      )}
    </Dialog>
  );
}
