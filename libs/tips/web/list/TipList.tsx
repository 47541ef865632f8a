import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { EmptyState, List, Section, Skeleton } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import { TipRow, TipRowFragment } from './TipRow.js';

const NewestTips = graphql(
  `
    query NewestTips($space: String, $first: Int!) {
      tips(space: $space, first: $first) {
        nodes { id ...TipRow }
      }
    }
  `,
  [TipRowFragment],
);

interface TipListProps {
  /** Slug or id; without it: all spaces the viewer reads. */
  readonly space?: string;
  /** Slug, for the way to the whole list. */
  readonly spaceSlug?: string;
  readonly first?: number;
  readonly level?: 2 | 3;
}

/** The newest tips, for a space's home or the start page. Nothing where there are none. */
export function TipList({ space, spaceSlug, first = 5, level = 2 }: TipListProps) {
  const t = useTexts(tipsTexts);
  const { data, loading } = useQuery(NewestTips, { variables: { space: space ?? null, first } });
  if (data === undefined) return loading ? <Skeleton lines={4} /> : null;
  const { nodes } = data.tips;
  if (nodes.length === 0) return spaceSlug === undefined ? null : <EmptyState size="small" title={t('tips.empty')}>{t('tips.emptyTextReader')}</EmptyState>;
  return (
    <Section
      title={t(space === undefined ? 'fresh.title' : 'tips.title')}
      level={level}
      action={spaceSlug !== undefined && <Link to={`/raum/${spaceSlug}/tipps`}>{t('tips.allPlain')}</Link>}
    >
      <List>
        {nodes.map((tip) => (
          <TipRow key={tip.id} tip={tip} withSpace={space === undefined} />
        ))}
      </List>
    </Section>
  );
}
