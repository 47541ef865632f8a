import { useApolloClient, useQuery } from '@apollo/client/react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, type ComponentType } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { BookmarkAction } from '#bookmarks/web';
import { OwnDecisionNotice } from '#moderation/web';
import { FollowMenu, useVisited } from '#notifications/web';
import { WhoCanSee } from '#spaces/web';
import { Thread, type PostExtras, type PostFacts } from '#threads/web';
import { describeError, readFragment, useCaughtUp, useLive, useTexts, useViewer } from '#platform/web';
import { Alert, Badge, DateTime, Page, QueryPage, Row, Skeleton, TopicList } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { AcceptedAnswers, type Answers } from './AcceptedAnswers.js';
import { useAnswerAction } from './AnswerAction.js';
import { DiscussionMenu } from './DiscussionMenu.js';
import { DiscussionQuery, DiscussionSpotQuery, StandingFragment, type OneDiscussion } from './discussion.queries.js';

// Most discussions have none.
const PollPart = lazy(async () => ({ default: (await import('../poll/PollPart.js')).PollPart }));

interface DiscussionPageProps {
  /** What other domains show above the posts. */
  readonly parts?: readonly ComponentType[];
}

/** A discussion as it is read, at the place in the address. */
export function DiscussionPage({ parts = [] }: DiscussionPageProps) {
  const { slug = '' } = useParams();
  const query = useQuery(DiscussionQuery, { variables: { slug } });
  const { refetch } = query;
  const look = () => void refetch().catch(() => undefined);
  const id = query.data?.discussion.id;
  useForgetting(query.error, id);
  useVisited('thread', id);
  useLive('discussion', id, look);
  useCaughtUp(look);
  return (
    <QueryPage query={query} pick={(data) => data.discussion} texts={discussionsTexts} skeleton={<Bones />}>
      {(discussion) => (discussion.slug === slug ? <Whole key={discussion.id} discussion={discussion} parts={parts} /> : <FormerAddress present={discussion.slug} asked={slug} />)}
    </QueryPage>
  );
}

/** What went out of sight is not kept in the browser either: going back must not show it again. */
function useForgetting(error: unknown, id: string | undefined): void {
  const { cache } = useApolloClient();
  const seen = useRef<string>(undefined);
  const isRefused = error !== undefined && describeError(error).code === 'NOT_FOUND';
  useEffect(() => {
    if (!isRefused) {
      seen.current = id ?? seen.current;
      return;
    }
    for (const __typename of ['Discussion', 'Thread']) {
      const name = seen.current === undefined ? undefined : cache.identify({ __typename, id: seen.current });
      if (name !== undefined) cache.evict({ id: name, broadcast: false });
    }
    cache.gc();
  }, [cache, isRefused, id]);
}

function Bones() {
  return (
    <>
      <Skeleton lines={4} />
      <Skeleton lines={3} />
      <Skeleton lines={5} />
    </>
  );
}

const placeIn = (text: string | undefined): number | null => (text !== undefined && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null);

/**
 * Former addresses, those of merged discussions and ids lead to the present one, and there to the post that stood at the
 * place: by merging it has another number now, or went on to a third discussion.
 */
function FormerAddress({ present, asked }: { readonly present: string; readonly asked: string }) {
  const navigate = useNavigate();
  const client = useApolloClient();
  const { position: inAddress } = useParams();
  const { search, hash } = useLocation();
  const position = placeIn(inAddress) ?? 1;
  useEffect(() => {
    let isOld = false;
    const go = (slug: string, place: number) => {
      if (!isOld) void navigate(`/d/${slug}${place <= 1 ? '' : `/${place}`}${search}${hash}`, { replace: true });
    };
    client.query({ query: DiscussionSpotQuery, variables: { slug: asked, position }, fetchPolicy: 'network-only' }).then(
      ({ data }) => go(data?.discussionSpot.discussion.slug ?? present, data?.discussionSpot.position ?? position),
      () => go(present, position),
    );
    return () => {
      isOld = true;
    };
  }, [present, asked, position, search, hash, navigate, client]);
  return <Bones />;
}

function Whole({ discussion, parts }: { readonly discussion: OneDiscussion } & Required<DiscussionPageProps>) {
  const t = useTexts(discussionsTexts);
  const { isApproved } = useViewer();
  const { position: inAddress } = useParams();
  const position = placeIn(inAddress);
  const standing = readFragment(StandingFragment, discussion);
  const { slug, space, thread } = discussion;
  const pathOf = useCallback((place: number) => (place <= 1 ? `/d/${slug}` : `/d/${slug}/${place}`), [slug]);

  const { kind } = standing;
  const extrasOf = useExtras(discussion.id, standing.viewerCanAccept && kind === 'question', standing.answers, pathOf);

  return (
    <Page
      title={standing.title}
      crumbs={space === null ? [{ label: t('list.title'), to: '/diskussionen' }] : [{ label: space.name, to: `/raum/${space.slug}` }, { label: t('list.title'), to: `/raum/${space.slug}/diskussionen` }]}
      {...(discussion.audience !== null && { audience: <WhoCanSee audience={discussion.audience} /> })}
      actions={
        isApproved && (
          <>
            <FollowMenu kind="thread" id={discussion.id} />
            <BookmarkAction kind="discussion" id={discussion.id} />
            <DiscussionMenu discussion={discussion} />
          </>
        )
      }
    >
      <Row>
        <Badge>{t(`kind.${kind}`)}</Badge>
        {standing.isSolved && <Badge kind="done">{t('state.solved')}</Badge>}
        {standing.isPinned && <Badge>{t('state.pinned')}</Badge>}
        {standing.isClosed && <Badge>{t('state.closed')}</Badge>}
        {standing.slowModeSeconds > 0 && <Badge>{t('state.slow')}</Badge>}
        {standing.topics.length > 0 && <TopicList label={t('topics')} topics={standing.topics.map(({ name, slug: topic }) => ({ name, to: `/diskussionen?thema=${topic}` }))} />}
      </Row>
      <StateNotes discussion={discussion} />
      {parts.map((Part, place) => (
        // The pieces keep their places.
        <Part key={place} />
      ))}
      <Suspense fallback={null}>
        <PollPart discussionId={discussion.id} />
      </Suspense>
      {thread !== null && <Thread thread={thread} title={standing.title} pathOf={pathOf} position={position} extrasOf={extrasOf} />}
    </Page>
  );
}

/** What a discussion adds to its posts: which answered it, and saying so. */
function useExtras(discussionId: string, canAccept: boolean, answers: Answers, pathOf: (position: number) => string): (post: PostFacts) => PostExtras {
  const t = useTexts(discussionsTexts);
  const acceptedIds = useMemo(() => new Set(answers.flatMap(({ post }) => (post === null ? [] : [post.id]))), [answers]);
  const actionOf = useAnswerAction(discussionId, canAccept, acceptedIds);
  return useCallback(
    (post) => ({
      ...(acceptedIds.has(post.id) && { badge: <Badge kind="done">{t('answer.accepted')}</Badge>, isMarked: true }),
      ...actionOf(post),
      ...(post.isOpening && answers.length > 0 && { below: <AcceptedAnswers answers={answers} pathOf={pathOf} /> }),
    }),
    [acceptedIds, actionOf, answers, pathOf, t],
  );
}

/** What everybody has to know before reading on. */
function StateNotes({ discussion }: { readonly discussion: OneDiscussion }) {
  const t = useTexts(discussionsTexts);
  const standing = readFragment(StandingFragment, discussion);
  return (
    <>
      {standing.state === 'review' && <Alert kind="warning" title={t('review.title')}>{t('review.text')}</Alert>}
      {standing.state === 'hidden' && (
        <OwnDecisionNotice
          kind="discussion"
          id={discussion.id}
          otherwise={<Alert kind="warning" title={t('hidden.title')}>{standing.hiddenReason !== null && standing.hiddenReason !== '' && t('hidden.reason', { reason: standing.hiddenReason })}</Alert>}
        />
      )}
      {standing.isClosed && standing.closedAt !== null && (
        <Alert title={t('closed.title')}>{standing.closedReason === '' ? t.rich('closed.since', { when: <DateTime at={standing.closedAt} as="date" /> }) : standing.closedReason}</Alert>
      )}
    </>
  );
}
