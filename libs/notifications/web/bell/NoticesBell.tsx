import { useLazyQuery } from '@apollo/client/react';
import { IconBell } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { announce, graphql, useTexts } from '#platform/web';
import { Button, DateTime, Menu, VisuallyHidden, type MenuEntry } from '#ui/web';
import { shortLine } from '../centre/short-line.js';
import { bellTexts } from './bell-texts.js';
import { useReading, useUnreadCount, useVisitedPages } from './unread.js';
import classes from './bell.module.css';

const NewestQuery = graphql(`
  query NewestNotices {
    notices(first: 6, unreadOnly: true) {
      nodes {
        groupKind
        groupId
        title
        path
        newest { id line createdAt }
      }
    }
  }
`);

/** The server counts no further. */
const COUNTED_TO = 99;

/** On top of every page: whether something is unread, and the newest of it behind. */
export function NoticesBell() {
  const t = useTexts(bellTexts);
  const count = useUnreadCount();
  useVisitedPages(count);
  const { readGroup } = useReading();
  const [load, newest] = useLazyQuery(NewestQuery, { fetchPolicy: 'network-only' });
  useAnnouncedGrowth(count, t('bell.new', { count }));
  const groups = newest.data?.notices.nodes;

  const found: readonly MenuEntry[] = (groups ?? []).map(({ groupKind, groupId, title, path, newest: { id, line, createdAt } }) => ({
    kind: 'link',
    to: path,
    onSelect: () => void readGroup({ kind: groupKind, id: groupId }, [id]).catch(() => undefined),
    label: (
      <span className={classes.notice}>
        <strong>{title}</strong>
        <span>{shortLine(line, title)}</span>
        <small><DateTime at={createdAt} /></small>
      </span>
    ),
  }));
  const state = newest.error ? t('bell.problem') : groups === undefined ? t('bell.loading') : groups.length === 0 ? t('bell.none') : t('bell.newest');

  return (
    <Menu
      entries={[
        { kind: 'link', label: <span className={classes.width}>{t('bell.all')}</span>, to: '/hinweise' },
        { kind: 'link', label: t('bell.settings'), to: '/konto/benachrichtigungen' },
        { kind: 'line' },
        // Below what stands there from the start: what arrives moves nothing under pointer or focus.
        { kind: 'heading', label: state },
        ...found,
      ]}
    >
      {(props) => (
        <Button
          kind="quiet"
          {...props}
          className={classes.bell}
          onClick={() => {
            void load().catch(() => undefined);
            props.onClick();
          }}
        >
          <span className={classes.face}>
            <span className={classes.sign}>
              <IconBell size={22} stroke={1.8} aria-hidden="true" />
              {count > 0 && <span className={classes.mark} />}
            </span>
            <span className={classes.word}>{t('bell')}</span>
            <VisuallyHidden>({count >= COUNTED_TO ? t('bell.many') : t('bell.unread', { count })})</VisuallyHidden>
          </span>
        </Button>
      )}
    </Menu>
  );
}

/** Says once that there is more than before; not at the first look, and not when it becomes less. */
function useAnnouncedGrowth(count: number, sentence: string): void {
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (before.current !== undefined && count > before.current) announce(sentence);
    before.current = count;
  }, [count, sentence]);
}
