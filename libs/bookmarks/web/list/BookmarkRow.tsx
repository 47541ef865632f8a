import { IconNote } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { announce, graphql, readFragment, useErrorTexts, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { Badge, Button, DateTime, Dialog, formatTime, ListRow, toast, VisuallyHidden } from '#ui/web';
import { bookmarksTexts } from '../bookmarks-texts.js';
import { isPast, noonOf } from '../keeping/berlin-day.js';
import { BookmarkForm } from '../keeping/BookmarkForm.js';
import { useKeeping } from '../keeping/bookmark.queries.js';
import classes from './bookmarks.module.css';

export const BookmarkRowFragment = graphql(`
  fragment BookmarkRow on Bookmark {
    id
    kind
    targetId
    title
    path
    excerpt
    note
    remindOn
    isDue
    createdAt
    space { id name }
  }
`);

/** One kept thing. What was let go of stays in its place with a way back, so that nothing jumps under the pointer. */
export function BookmarkRow({ bookmark: masked }: { readonly bookmark: FragmentOf<typeof BookmarkRowFragment> }) {
  const bookmark = readFragment(BookmarkRowFragment, masked);
  const t = useTexts(bookmarksTexts);
  const errors = useErrorTexts(bookmarksTexts);
  const { locale } = useLocale();
  const target = { kind: bookmark.kind, id: bookmark.targetId };
  const { keep, release } = useKeeping(target);
  const [isEditing, setEditing] = useState(false);
  const [isReleased, setReleased] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  const { kind, title, note, remindOn } = bookmark;
  const kindKey = `kind.${kind}`;
  const day = remindOn === null ? '' : formatTime(noonOf(remindOn), 'date', locale);

  useEffect(() => {
    // The button that was pressed is gone; its place is taken by the way back.
    if (isReleased) undo.current?.focus();
  }, [isReleased]);

  const attempt = async (act: () => Promise<unknown>, isReleasedAfter: boolean) => {
    try {
      await act();
      setReleased(isReleasedAfter);
      announce(t(isReleasedAfter ? 'released' : 'kept'));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  // A day that has passed reminds no more.
  const again = async () => keep({ note, remindOn: remindOn !== null && !isPast(remindOn) ? remindOn : '' });

  if (isReleased) {
    return <ListRow title={title} to={bookmark.path} meta={[t('released')]} end={<Button ref={undo} size="small" onClick={() => void attempt(again, false)}>{t('undo')}</Button>} />;
  }
  return (
    <ListRow
      title={title}
      to={bookmark.path}
      {...(bookmark.excerpt !== '' && { text: bookmark.excerpt })}
      {...(note !== '' && { below: <Note text={note} /> })}
      meta={[
        t.has(kindKey) && t(kindKey),
        bookmark.space?.name,
        t.rich('row.since', { when: <DateTime at={bookmark.createdAt} /> }),
        remindOn !== null && (bookmark.isDue ? <Badge key="due" kind="new">{t('row.due', { day })}</Badge> : t('row.remind', { day })),
      ]}
      end={
        <>
          <Button size="small" kind="quiet" aria-haspopup="dialog" aria-label={t('row.editOf', { title })} onClick={() => setEditing(true)}>{t('row.edit')}</Button>
          <Button size="small" kind="quiet" aria-label={t('row.removeOf', { title })} onClick={() => void attempt(release, true)}>{t('row.remove')}</Button>
          <Dialog isOpen={isEditing} onClose={() => setEditing(false)} title={t('dialog.title')}>
            {isEditing && (
              <>
                <p className={classes.what}>{title}</p>
                <BookmarkForm {...target} kept={bookmark} onDone={() => setEditing(false)} />
              </>
            )}
          </Dialog>
        </>
      }
    />
  );
}

function Note({ text }: { readonly text: string }) {
  const t = useTexts(bookmarksTexts);
  return (
    <div className={classes.note}>
      <IconNote size={18} stroke={1.8} aria-hidden="true" />
      <p>
        <VisuallyHidden>{t('row.note')} </VisuallyHidden>
        {text}
      </p>
    </div>
  );
}
