import { IconArrowDown, IconPencil } from '@tabler/icons-react';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useFollowedAnew } from '#notifications/web';
import { announce, readFragment, useTexts, useViewer, type FragmentOf } from '#platform/web';
import { Button, classNames, ShortcutList, toast, useKeptWords, useShortcuts } from '#ui/web';
import { editedIn, pathToEdit, useKeptEdits } from './post/kept-edits.js';
import { factsOf, PostView, type PostExtras, type PostFacts } from './post/PostView.js';
import { PostFragment } from './post/post.fragment.js';
import { quotation } from './post/quotation.js';
import { QuotePopover } from './post/QuotePopover.js';
import { keepInAddress, postElements, postsInSight } from './stream/place.js';
import { PositionBar } from './stream/PositionBar.js';
import { PostStream } from './stream/PostStream.js';
import { MovedPostQuery, ThreadFragment } from './stream/stream.queries.js';
import classes from './stream/stream.module.css';
import { useAnchoring } from './stream/use-anchoring.js';
import { useNews } from './stream/use-news.js';
import { useReading } from './stream/use-reading.js';
import { useWindows } from './stream/use-windows.js';
import { threadsTexts } from './threads-texts.js';
import { useOutbox, type WrittenPost } from './write/outbox.js';
import type { WaitingPost } from './write/post-outbox.js';
import { ReplyBox, ReplyRefusal } from './write/ReplyBox.js';
import { ThreadStandingFragment } from './write/reply.queries.js';
import { useReply } from './write/use-reply.js';
import { WaitingPosts } from './write/WaitingPosts.js';

export interface ThreadProps {
  readonly thread: FragmentOf<typeof ThreadFragment>;
  /** The way to a position. The same function at each render, else every post is drawn anew. */
  readonly pathOf: (position: number) => string;
  /** What it is about, for lists of what one has begun. */
  readonly title?: string;
  /** The place in the address; null for the beginning. */
  readonly position: number | null;
  /** The address follows the reader; false where the thread is only a part of the page. */
  readonly keepsAddress?: boolean;
  readonly headingLevel?: 2 | 3;
  /** What the content adds to a post. The same function as long as its answers are the same. */
  readonly extrasOf?: (post: PostFacts) => PostExtras;
  /** What stands where nothing was written yet. */
  readonly whenEmpty?: string;
}

/** A bar beside fewer posts than these says nothing. */
const BAR_FROM = 12;

/** Where one finds what one has begun. */
const BEGUN = '/angefangen';

/** Behind the address of a thread it opens the field for the reply. */
const WRITING = '#antwort';

/** A row of posts with all one does in it: reading by place, answering, quoting. */
export function Thread({ thread: masked, title, pathOf, position, keepsAddress = true, headingLevel = 2, extrasOf, whenEmpty }: ThreadProps) {
  const t = useTexts(threadsTexts);
  const client = useApolloClient();
  const navigate = useNavigate();
  const { key, hash } = useLocation();
  const thread = readFragment(ThreadFragment, masked);
  const standing = readFragment(ThreadStandingFragment, thread);
  const list = useRef<HTMLOListElement>(null);
  const { windows, ...snapshot } = useWindows(thread.id);
  const [place, setPlace] = useState(position ?? 1);
  const [divider] = useState(thread.firstUnreadPosition);
  const noteRead = useReading(thread.id, thread.lastReadPosition);
  const look = useNews(thread.id, () => void windows.refresh());

  // The router's key changes also where a link leads to the place one has been at before.
  const isFirst = useRef(true);
  useEffect(() => {
    void windows.open(position ?? 1, { focuses: !isFirst.current });
    isFirst.current = false;
  }, [windows, position, key]);

  useAnchoring(list, snapshot, ({ first, last, isByReader }) => {
    // At the end the last one is the place, however many stand above it on the screen.
    setPlace(first > 1 && last === standing.lastPosition ? last : first);
    noteRead(last);
    if (keepsAddress && isByReader) keepInAddress(pathOf(first), pathOf(1));
  });

  // A place that was moved to another thread still leads to its post.
  const isThere = snapshot.rows.some((row) => row.position === position);
  useEffect(() => {
    if (position === null || !snapshot.isOpen || isThere) return;
    client.query({ query: MovedPostQuery, variables: { id: thread.id, position } }).then(
      ({ data }) => {
        const id = data?.thread.movedPost?.id;
        if (id !== undefined) void navigate(`/beitrag/${id}`, { replace: true });
        return undefined;
      },
      () => undefined,
    );
    // Only for the address one came with, not for what scrolling makes of it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [snapshot.isOpen, position]);

  const followedAnew = useFollowedAnew();
  const onWritten = useCallback(
    (written: WrittenPost) => {
      const post = readFragment(PostFragment, written);
      followedAnew('thread', post.threadId);
      if (post.isHeld || post.position === null) {
        toast(t('reply.held'), { kind: 'note' });
        return;
      }
      toast(t('reply.sent'));
      void windows.openNew(post.position);
    },
    [windows, t, followedAnew],
  );
  const onArrival = useCallback(() => {
    followedAnew('thread', thread.id);
    toast(t('outbox.sent'));
    look();
    void windows.later(true);
  }, [windows, t, look, followedAnew, thread.id]);
  const { outbox, waiting } = useOutbox(thread.id, onArrival);
  const reply = useReply(thread.id, thread.draft, outbox, onWritten, title === undefined ? undefined : { title, path: pathOf(1) });
  const { accountId } = useViewer();
  const isEdited = useKeptEdits(accountId ?? 'guest').some(({ threadId }) => threadId === thread.id);
  useKeptWords(reply.body.trim() !== '' || waiting.length > 0 || isEdited ? BEGUN : null);
  const writer = useWriter(reply);
  const { keeper } = reply;
  const { open } = writer;

  const takeBack = async (id: string, keep?: (entry: WaitingPost) => void): Promise<boolean> => {
    const { kind } = await outbox.takeBack(id, keep);
    if (kind !== 'taken') toast(t(`outbox.${kind}`), { kind: 'note' });
    return kind === 'taken';
  };
  const editedId = editedIn(hash);
  const words = { ...(title !== undefined && { threadTitle: title }), ...(editedId !== undefined && { editedId }) };

  // Who comes to go on with a reply comes to write.
  useEffect(() => {
    if (hash === WRITING && standing.viewerCanReply) open();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  const onReply = useCallback((post: PostFacts) => open(post), [open]);
  const onQuote = useCallback(
    (post: PostFacts, paragraphs: readonly string[]) => {
      keeper.append(quotation(paragraphs, { id: post.id, author: post.authorName ?? t('post.someone') }));
      open(undefined, true);
    },
    [keeper, open, t],
  );
  const quoteById = (postId: string, paragraphs: readonly string[]) => {
    const post = client.readFragment({ fragment: PostFragment, fragmentName: 'PostView', id: client.cache.identify({ __typename: 'Post', id: postId }) ?? '' });
    if (post !== null) onQuote(factsOf(post), paragraphs);
  };

  const go = (to: number, keepsFocus = false) => {
    void windows.open(to, { focuses: !keepsFocus });
    if (keepsAddress) keepInAddress(pathOf(to), pathOf(1));
  };
  const step = (by: 1 | -1) => {
    const element = list.current;
    if (element === null) return;
    const posts = postElements(element);
    const focused = posts.findIndex((post) => post.contains(document.activeElement));
    const seen = postsInSight(element).first;
    const here = focused === -1 && seen !== undefined ? posts.indexOf(seen) - (by === 1 ? 1 : 0) : focused;
    const next = posts[here + by];
    if (next !== undefined) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'start', behavior: 'instant' });
    } else void (by === 1 ? windows.later() : windows.earlier());
  };
  useShortcuts([
    { key: 'j', label: t('keys.next'), run: () => step(1) },
    { key: 'k', label: t('keys.previous'), run: () => step(-1) },
    ...(standing.viewerCanReply ? [{ key: 'r', label: t('keys.reply'), run: () => open() }] : []),
    ...(divider === null ? [] : [{ key: 'u', label: t('keys.unread'), run: () => go(divider) }]),
  ]);

  const lastHere = snapshot.rows.at(-1)?.position ?? 0;
  const end = Math.max(lastHere, snapshot.end ?? 0);
  const news = snapshot.isOpen && !snapshot.hasLater ? Math.max(0, standing.lastPosition - end) : 0;
  useEffect(() => {
    if (news > 0) announce(t('stream.newPosts', { count: news }));
  }, [news, t]);
  const hasBar = standing.lastPosition > BAR_FROM;
  const isEmpty = snapshot.isOpen && snapshot.rows.length === 0 && thread.heldPosts.length === 0 && waiting.length === 0;

  return (
    <div className={classNames(classes.frame, hasBar && classes.withBar)} {...(keepsAddress && { 'data-keeps-place': '' })}>
      {hasBar && <PositionBar marks={thread.marks} lastPosition={standing.lastPosition} position={place} firstUnread={divider} onJump={go} />}
      <div className={classes.column}>
        <PostStream
          list={list}
          snapshot={snapshot}
          firstUnread={divider !== null && divider > 1 ? divider : null}
          threadId={thread.id}
          {...words}
          pathOf={pathOf}
          headingLevel={headingLevel}
          canReply={standing.viewerCanReply}
          onReply={onReply}
          onQuote={onQuote}
          {...(extrasOf && { extrasOf })}
          onEarlier={() => void windows.earlier()}
          onLater={() => void windows.later()}
          onRetry={() => void windows.open(position ?? 1)}
        >
          {thread.heldPosts.map(({ id }) => (
            <PostView key={id} id={id} threadId={thread.id} {...words} pathOf={pathOf} headingLevel={headingLevel} canReply={false} {...(extrasOf && { extrasOf })} />
          ))}
          {isEmpty && whenEmpty !== undefined && <p className={classes.empty}>{whenEmpty}</p>}
        </PostStream>
        <WaitingPosts
          entries={waiting}
          onTry={() => void outbox.flush()}
          onDiscard={({ id }) => takeBack(id)}
          onEdit={async ({ id }) => {
            if (await takeBack(id, (entry) => keeper.takeUp(entry))) open(undefined, true);
          }}
        />
        {news > 0 && (
          <div className={classes.pill} data-print="no">
            <Button kind="primary" size="small" icon={<IconArrowDown size={18} stroke={1.8} aria-hidden="true" />} onClick={() => void windows.openNew(end + 1)}>{t('stream.newPosts', { count: news })}</Button>
          </div>
        )}
        {standing.viewerCanReply && writer.isOpen && (
          <ReplyBox
            threadId={thread.id}
            reply={reply}
            answered={reply.replyToId === null ? undefined : writer.answered}
            mayReplyAt={standing.mayReplyAt}
            generation={writer.generation}
            onClose={writer.close}
            onSent={(outcome, postId) => {
              writer.close();
              if (outcome === 'writtenBefore') {
                toast(t('reply.writtenBefore'), { kind: 'note' });
                void navigate(pathToEdit(postId));
              }
              if (outcome === 'waiting') toast(t('outbox.waiting'), { kind: 'note' });
            }}
          />
        )}
        <div className={classes.end} data-print="no">
          {standing.viewerCanReply && !writer.isOpen && (
            <Button kind="primary" icon={<IconPencil size={20} stroke={1.8} aria-hidden="true" />} onClick={() => open()}>
              {t(reply.body.trim() !== '' ? 'reply.goOn' : isEmpty ? 'reply.first' : 'reply.open')}
            </Button>
          )}
          {standing.replyRefusal !== null && <ReplyRefusal reason={standing.replyRefusal} begun={reply.body.trim()} />}
          <ShortcutList />
        </div>
        {standing.viewerCanReply && <QuotePopover list={list} onQuote={quoteById} />}
      </div>
    </div>
  );
}

/** Whether the field for a reply is open, and whom it answers. */
function useWriter({ keeper }: ReturnType<typeof useReply>) {
  const [isOpen, setOpen] = useState(false);
  const [answered, setAnswered] = useState<string>();
  const [generation, setGeneration] = useState(0);
  const opener = useRef<HTMLElement>(null);
  const open = useCallback(
    (post?: PostFacts, isReplaced = false) => {
      if (post !== undefined) {
        // The opening post is what everything answers.
        keeper.replyTo(post.isOpening ? null : post.id);
        setAnswered(post.isOpening ? undefined : (post.authorName ?? undefined));
      }
      opener.current ??= document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setOpen(true);
      if (isReplaced || post !== undefined) setGeneration((before) => before + 1);
    },
    [keeper],
  );
  const close = () => {
    setOpen(false);
    if (opener.current?.isConnected) opener.current.focus({ preventScroll: true });
    opener.current = null;
  };
  return { isOpen, answered, generation, open, close };
}
