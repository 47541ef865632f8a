import { useQuery } from '@apollo/client/react';
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Button, toast, type ButtonKind } from '#ui/web';
import { bookmarksTexts } from '../bookmarks-texts.js';
import { BookmarkOfQuery, useKeeping, type Target } from './bookmark.queries.js';

// Most readers keep without a note; the dialog comes when it is asked for.
const BookmarkDialog = lazy(async () => ({ default: (await import('./BookmarkDialog.js')).BookmarkDialog }));

interface BookmarkActionProps extends Target {
  readonly look?: ButtonKind;
}

/** Keeps the thing of this page with one press; once it is kept, note and reminder stand behind the same button. */
export function BookmarkAction(props: BookmarkActionProps) {
  const { isApproved } = useViewer();
  if (!isApproved) return null;
  return (
    <Suspense fallback={null}>
      <Keeping {...props} />
    </Suspense>
  );
}

const icon = { size: 20, stroke: 1.8, 'aria-hidden': true } as const;

function Keeping({ kind, id, look = 'quiet' }: BookmarkActionProps) {
  const t = useTexts(bookmarksTexts);
  const errors = useErrorTexts(bookmarksTexts);
  const { data, loading } = useQuery(BookmarkOfQuery, { variables: { kind, targetId: id } });
  const { keep } = useKeeping({ kind, id });
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isKept = Boolean(data?.bookmarkOf);

  const keepNow = async () => {
    setBusy(true);
    try {
      await keep();
      toast(t('kept'), { action: { label: t('addNote'), run: () => setOpen(true) } });
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button
        kind={look}
        busy={isBusy || (loading && data === undefined)}
        icon={isKept ? <IconBookmarkFilled {...icon} /> : <IconBookmark {...icon} />}
        {...(isKept && { 'aria-haspopup': 'dialog' as const })}
        onClick={() => (isKept ? setOpen(true) : void keepNow())}
      >
        {t(isKept ? 'isKept' : 'keep')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <BookmarkDialog isOpen kind={kind} id={id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
