import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { Thread, ThreadFragment, threadsTexts, type PostExtras, type PostFacts } from '#threads/web';
import { graphql, useCaughtUp, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Alert, Section, Skeleton } from '#ui/web';

const TipThreadQuery = graphql(
  `
    query TipThread($slug: String!) {
      tip(slug: $slug) { id title viewerCanHide thread { id ...ThreadView } }
    }
  `,
  [ThreadFragment],
);

/** The place a link names: `?beitrag=12`. */
const placeIn = (place: string | null): number | null => (place !== null && /^[1-9]\d{0,8}$/.test(place) ? Number(place) : null);

/** What people ask and tell below a tip; the same row of posts as in discussions. */
export function TipComments({ slug }: { readonly slug: string }) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { accountId } = useViewer();
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(TipThreadQuery, { variables: { slug } });
  useCaughtUp(() => void refetch().catch(() => undefined));
  const pathOf = useCallback((position: number) => `/tipp/${slug}?beitrag=${position}#beitraege`, [slug]);
  const moderates = data?.tip.viewerCanHide === true;
  // By address alone: what makes a discussion of it is no business of the tips.
  const extrasOf = useCallback(
    ({ id, authorId, isDeleted, position }: PostFacts): PostExtras =>
      isDeleted || position === null || !(moderates || (accountId !== null && authorId === accountId)) ? {} : { entries: [{ kind: 'link', label: t('comments.turn'), icon: <IconMessages size={18} stroke={1.8} aria-hidden="true" />, to: `/diskussion/aus-beitrag/${id}` }] },
    [moderates, accountId, t],
  );
  if (error !== undefined && data === undefined) return <Section title={t('comments.title')}><Alert kind="danger">{errors.sentence(error)}</Alert></Section>;
  if (data === undefined) return <Skeleton lines={3} />;
  const { thread } = data.tip;
  if (thread === null) return null;
  return (
    <Section title={t('comments.title')} id="beitraege">
      <Thread thread={thread} title={data.tip.title} pathOf={pathOf} position={placeIn(search.get('beitrag'))} keepsAddress={false} headingLevel={3} extrasOf={extrasOf} whenEmpty={t('comments.empty')} />
    </Section>
  );
}
