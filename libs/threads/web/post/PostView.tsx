import { IconArrowBackUp, IconHourglass, IconPencil, IconQuote } from '@tabler/icons-react';
import { useFragment } from '@apollo/client/react';
import { lazy, Suspense, useId, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { OwnDecisionNotice } from '#moderation/web';
import { RenderedText } from '#text/web';
import { useErrorTexts, useTexts, type ResultOf } from '#platform/web';
import { Alert, Avatar, Badge, Button, classNames, DateTime, Skeleton, VisuallyHidden, type MenuEntry } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import { forgetToEdit } from './kept-edits.js';
import { PostFragment } from './post.fragment.js';
import classes from './post.module.css';
import { PostMenu } from './PostMenu.js';
import { paragraphsOf, selectedIn } from './quotation.js';
import { Reactions } from './Reactions.js';
import { QuotedBy, ReplyTo } from './References.js';

// Rarely opened; a thread is read without them.
const EditBox = lazy(async () => ({ default: (await import('./EditBox.js')).EditBox }));
const HistoryDialog = lazy(async () => ({ default: (await import('./HistoryDialog.js')).HistoryDialog }));

/** A post as whoever surrounds the thread gets it told. */
export interface PostFacts {
  readonly id: string;
  readonly position: number | null;
  readonly isOpening: boolean;
  readonly isDeleted: boolean;
  readonly authorId: string | null;
  readonly authorName: string | null;
}

/** What the content a thread hangs under adds to a post. */
export interface PostExtras {
  /** Beside the name: "accepted answer". */
  readonly badge?: ReactNode;
  /** Set off from the others. */
  readonly isMarked?: boolean;
  /** Further entries of the menu. */
  readonly entries?: readonly MenuEntry[];
  /** One button among those of the post. */
  readonly action?: ReactNode;
  /** Below the post, e.g. the accepted answers below the question. */
  readonly below?: ReactNode;
}

export interface PostViewProps {
  readonly id: string;
  /** The way to a position of this thread. */
  readonly pathOf: (position: number) => string;
  readonly threadId: string;
  /** What the thread is about, for lists of what one has begun. */
  readonly threadTitle?: string;
  /** Id of the post that is opened in its editor, where one came for that. */
  readonly editedId?: string;
  readonly headingLevel: 2 | 3;
  readonly canReply: boolean;
  readonly onReply?: (post: PostFacts) => void;
  readonly onQuote?: (post: PostFacts, paragraphs: readonly string[]) => void;
  readonly extrasOf?: (post: PostFacts) => PostExtras;
}

type Post = ResultOf<typeof PostFragment>;

export const factsOf = (post: Post): PostFacts => ({
  id: post.id,
  position: post.position,
  isOpening: post.isOpening,
  isDeleted: post.isDeleted,
  authorId: post.author?.accountId ?? null,
  authorName: post.author?.name ?? null,
});

const nothing: PostExtras = {};

/** One post: who, when, what, and what one can do with it. It lives in the cache, so that every change shows at once. */
export function PostView(props: PostViewProps) {
  const { data, complete } = useFragment({ fragment: PostFragment, fragmentName: 'PostView', from: { __typename: 'Post', id: props.id } });
  if (!complete) return <Skeleton lines={4} />;
  return <WholePost {...props} post={data as Post} />;
}

function WholePost({ post, pathOf, threadId, threadTitle, editedId, headingLevel, canReply, onReply, onQuote, extrasOf }: PostViewProps & { readonly post: Post }) {
  const t = useTexts(threadsTexts);
  const [isEditing, setEditing] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  const isToBeEdited = editedId === post.id && post.viewerCanEdit;
  const [wasToBeEdited, setWasToBeEdited] = useState(false);
  if (isToBeEdited !== wasToBeEdited) {
    setWasToBeEdited(isToBeEdited);
    if (isToBeEdited) setEditing(true);
  }
  const body = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const facts = factsOf(post);
  const extras = extrasOf?.(facts) ?? nothing;
  const hrefOf = (reference: { readonly id: string; readonly threadId: string; readonly position: number | null }) =>
    reference.threadId === threadId && reference.position !== null ? pathOf(reference.position) : `/beitrag/${reference.id}`;
  const quote = () => {
    if (body.current !== null) onQuote?.(facts, selectedIn(body.current) ?? paragraphsOf(body.current));
  };
  const hasText = post.html !== '' && (!post.isDeleted || post.viewerCanRestore);
  const canAnswer = canReply && !post.isDeleted && !post.isHeld && !post.isHidden;

  return (
    <article
      id={`beitrag-${post.id}`}
      className={classNames(classes.post, extras.isMarked && classes.marked)}
      aria-labelledby={headingId}
      tabIndex={-1}
      {...(post.position !== null && { 'data-position': post.position })}
    >
      <PostHead post={post} headingId={headingId} headingLevel={headingLevel} pathOf={pathOf} badge={extras.badge} onHistory={() => setShowsHistory(true)} />
      <PostState post={post} />
      {post.replyTo !== null && !post.isDeleted && <ReplyTo reference={post.replyTo} hrefOf={hrefOf} />}
      {isEditing ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <EditBox
            postId={post.id}
            threadId={threadId}
            {...(threadTitle !== undefined && { place: { title: threadTitle, path: pathOf(post.position ?? 1) } })}
            onDone={() => {
              setEditing(false);
              forgetToEdit(post.id);
            }}
          />
        </Suspense>
      ) : (
        hasText && (
          <div ref={body} data-quotable={canAnswer ? post.id : undefined} className={classNames(classes.body, post.isDeleted && classes.gone)}>
            <RenderedText html={post.html} />
          </div>
        )
      )}
      <QuotedBy references={post.quotedBy} hrefOf={hrefOf} />
      {!isEditing && (
        <div className={classes.foot} data-print="no">
          {!post.isDeleted && <Reactions postId={post.id} {...(post.isOpening && { followedThread: post.threadId })} reactions={post.reactions} canReact={post.viewerCanReact} />}
          <div className={classes.tools}>
            {extras.action !== undefined && extras.action !== null && extras.action !== false && <span className={classes.decision}>{extras.action}</span>}
            {canAnswer && (
              <>
                <Button kind="quiet" size="small" icon={<IconArrowBackUp size={18} stroke={1.8} aria-hidden="true" />} onClick={() => onReply?.(facts)}>{t('post.reply')}</Button>
                <Button kind="quiet" size="small" icon={<IconQuote size={18} stroke={1.8} aria-hidden="true" />} onMouseDown={(event) => event.preventDefault()} onClick={quote}>{t('post.quote')}</Button>
              </>
            )}
            <div className={classes.more}>
              <PostMenu
                post={post}
                path={post.position === null ? `/beitrag/${post.id}` : pathOf(post.position)}
                entries={extras.entries ?? []}
                onEdit={() => setEditing(true)}
                onHistory={() => setShowsHistory(true)}
              />
            </div>
          </div>
        </div>
      )}
      {showsHistory && (
        <Suspense fallback={null}>
          <HistoryDialog postId={post.id} onClose={() => setShowsHistory(false)} />
        </Suspense>
      )}
      {extras.below}
    </article>
  );
}

interface PostHeadProps {
  readonly post: Post;
  readonly headingId: string;
  readonly headingLevel: 2 | 3;
  readonly pathOf: (position: number) => string;
  readonly badge: ReactNode;
  readonly onHistory: () => void;
}

function PostHead({ post, headingId, headingLevel, pathOf, badge, onHistory }: PostHeadProps) {
  const t = useTexts(threadsTexts);
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const name = post.author === null ? t('post.member') : (post.author.name ?? t('post.someone'));
  return (
    <header className={classes.head}>
      <Avatar name={name} size={32} />
      <Heading id={headingId} className={classes.author}>
        {post.position !== null && <VisuallyHidden>{t('post.number', { position: post.position })} </VisuallyHidden>}
        {post.author === null || post.author.name === null ? name : <Link to={`/person/${post.author.accountId}`}>{name}</Link>}
      </Heading>
      {post.position === null ? <DateTime at={post.createdAt} /> : (
        <Link to={pathOf(post.position)} className={classes.when}>
          <DateTime at={post.createdAt} />
        </Link>
      )}
      {post.editedAt !== null && !post.isDeleted && (
        <button type="button" className={classes.edited} onClick={onHistory}>
          <IconPencil size={15} stroke={1.8} aria-hidden="true" />
          {t('post.edited')}
        </button>
      )}
      {badge}
    </header>
  );
}

/** What has become of a post that is not simply there to be read. */
function PostState({ post }: { readonly post: Post }) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  if (post.isDeleted && post.deletedAt !== null) {
    return <p className={classes.tombstone}>{t.rich(post.viewerIsAuthor ? 'post.deletedByYou' : 'post.deleted', { when: <DateTime at={post.deletedAt} as="date" /> })}</p>;
  }
  if (post.isHidden) {
    const told = (
      <Alert kind="warning" title={t('post.hidden')}>
        {post.hiddenReason !== null && post.hiddenReason !== '' && t('post.hiddenReason', { reason: post.hiddenReason })}
      </Alert>
    );
    // Whoever wrote it finds the way to object here.
    return post.viewerIsAuthor ? <OwnDecisionNotice kind="post" id={post.id} otherwise={told} /> : told;
  }
  if (!post.isHeld) return null;
  return (
    <div className={classes.held}>
      <Badge kind="warning"><IconHourglass size={15} stroke={1.8} aria-hidden="true" /> {t('post.held')}</Badge>
      <span>{t(post.viewerIsAuthor ? 'post.heldOwn' : 'post.heldOther')}</span>
      {post.heldReasons.length > 0 && <span>{post.heldReasons.map((reason) => errors.reason(reason, {}, 'FORBIDDEN')).join(' ')}</span>}
    </div>
  );
}
