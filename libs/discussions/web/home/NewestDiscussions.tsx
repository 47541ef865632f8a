import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { EmptyState, LinkButton, List, Section, Skeleton } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionRow, DiscussionRowFragment } from '../list/DiscussionRow.js';

const NewestQuery = graphql(
  `
    query NewestDiscussions($space: String, $first: Int!) {
      discussions(space: $space, first: $first) { nodes { id ...DiscussionRow } }
    }
  `,
  [DiscussionRowFragment],
);

interface NewestProps {
  readonly space: string | null;
  readonly first: number;
  readonly title: string;
  readonly to: string;
  readonly whenNone: ReactNode;
}

function Newest({ space, first, title, to, whenNone }: NewestProps) {
  const t = useTexts(discussionsTexts);
  const { data, loading } = useQuery(NewestQuery, { variables: { space, first } });
  if (data === undefined) return loading ? <Skeleton lines={4} /> : null;
  if (data.discussions.nodes.length === 0) return whenNone;
  return (
    <Section title={title} action={<Link to={to}>{t('fresh.all')}</Link>}>
      <List label={title}>
        {data.discussions.nodes.map((discussion) => (
          <DiscussionRow key={discussion.id} discussion={discussion} withSpace={space === null} />
        ))}
      </List>
    </Section>
  );
}

/** On the home page: where something was written last. */
export function DiscussionsFresh() {
  const t = useTexts(discussionsTexts);
  return <Newest space={null} first={6} title={t('fresh.title')} to="/diskussionen" whenNone={null} />;
}

const MayOpenQuery = graphql(`
  query MayOpenDiscussion($slug: String!) {
    space(slug: $slug) { id discussions { viewerCanOpen } }
  }
`);

/** Among the buttons of a space: for most people the first thing to do there. */
export function BeginInSpace() {
  const t = useTexts(discussionsTexts);
  const { slug = '' } = useParams();
  const { data } = useQuery(MayOpenQuery, { variables: { slug } });
  if (data?.space.discussions?.viewerCanOpen !== true) return null;
  return <LinkButton kind="primary" to={`/raum/${slug}/diskussion/neu`}>{t('list.open')}</LinkButton>;
}

/** On the home of a space: its discussions. */
export function DiscussionsOfSpace() {
  const t = useTexts(discussionsTexts);
  const { slug = '' } = useParams();
  return <Newest space={slug} first={5} title={t('list.title')} to={`/raum/${slug}/diskussionen`} whenNone={<EmptyState size="small" title={t('empty.title')}>{t('empty.text')}</EmptyState>} />;
}
