import { useState } from 'react';
import { Link } from 'react-router';
import { announce, graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { Button, DateTime, ListRow, toast, VisuallyHidden } from '#ui/web';
import { useReading } from '../bell/unread.js';
import { FollowMenu } from '../following/FollowMenu.js';
import { notificationsTexts } from '../notifications-texts.js';
import { shortLine } from './short-line.js';
import classes from './centre.module.css';

export const NoticeLineFragment = graphql(`
  fragment NoticeLine on Notice {
    id
    line
    excerpt
    path
    reasonText
    createdAt
    isRead
  }
`);

export const NoticeGroupFragment = graphql(
  `
    fragment NoticeGroupRow on NoticeGroup {
      groupKind
      groupId
      title
      path
      space { id name }
      notices { id ...NoticeLine }
    }
  `,
  [NoticeLineFragment],
);

/** So many happenings of one thing are shown at once. */
const SHOWN = 3;

/** One thing, what happened there, and why one is told of it. */
export function NoticeGroupRow({ group: masked }: { readonly group: FragmentOf<typeof NoticeGroupFragment> }) {
  const group = readFragment(NoticeGroupFragment, masked);
  const t = useTexts(notificationsTexts);
  const errors = useErrorTexts(notificationsTexts);
  const { readGroup } = useReading();
  const [isWhole, setWhole] = useState(false);
  const [hasAsked, setAsked] = useState(false);
  const lines = group.notices.map((line) => readFragment(NoticeLineFragment, line));
  const isNew = lines.some(({ isRead }) => !isRead);
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  const reasons = [...new Set(lines.map(({ reasonText }) => reasonText))];

  const read = async () => readGroup({ kind: group.groupKind, id: group.groupId }, lines.map(({ id }) => id));
  const readAndSay = async () => {
    try {
      await read();
      announce(t('group.readDone', { title: group.title }));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };

  return (
    <ListRow
      title={
        // Who goes there has seen it; the way there does not wait for that.
        <Link to={group.path} onClick={() => void read().catch(() => undefined)}>{group.title}</Link>
      }
      isNew={isNew}
      // Of a space itself its name is said already.
      meta={group.space === null || group.space.name === group.title ? [] : [group.space.name]}
      {...(isNew && { end: <Button size="small" kind="quiet" aria-label={t('group.readOf', { title: group.title })} onClick={() => void readAndSay()}>{t('group.read')}</Button> })}
      below={
        <div className={classes.lines}>
          <ul>
            {shown.map(({ id, line, path, excerpt, createdAt, isRead }) => (
              <li key={id} className={isRead ? undefined : classes.unread}>
                {!isRead && <VisuallyHidden>{t('group.unread')} </VisuallyHidden>}
                <Link to={path} onClick={() => void read().catch(() => undefined)}>{shortLine(line, group.title)}</Link><span className={classes.dot} aria-hidden="true"> ·</span> <span className={classes.when}><DateTime at={createdAt} /></span>
                {excerpt !== null && <p className={classes.excerpt}>{excerpt}</p>}
              </li>
            ))}
          </ul>
          {lines.length > shown.length && (
            <Button size="small" kind="quiet" className={classes.flush} onClick={() => setWhole(true)}>{t('group.more', { count: lines.length - shown.length })}</Button>
          )}
          <details className={classes.why} onToggle={(event) => setAsked(event.currentTarget.open)}>
            <summary>{t('group.why')}</summary>
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            {/* Only where the thing can be followed; asked for when it is wanted. */}
            {hasAsked && <FollowMenu kind={group.groupKind} id={group.groupId} title={group.title} size="small" />}
            <p><Link to="/konto/benachrichtigungen">{t('group.whyChange')}</Link></p>
          </details>
        </div>
      }
    />
  );
}
