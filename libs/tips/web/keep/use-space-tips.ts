import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '#platform/web';
import type { OfferedTip } from './ChapterFields.js';

const OfferQuery = graphql(`
  query TipsForHandbook($space: String!, $after: String) {
    tips(space: $space, sort: title, first: 100, after: $after) { nodes { id title } pageInfo { hasNextPage endCursor } }
  }
`);

/** All released tips of a space by title, to search among; they come by the hundred. */
export function useSpaceTips(space: string): readonly OfferedTip[] {
  const { data, fetchMore } = useQuery(OfferQuery, { variables: { space } });
  const next = data?.tips.pageInfo.hasNextPage === true ? data.tips.pageInfo.endCursor : null;
  useEffect(() => {
    if (next === null) return;
    void fetchMore({
      variables: { after: next },
      updateQuery: (before, { fetchMoreResult }) => ({ tips: { ...fetchMoreResult.tips, nodes: [...before.tips.nodes, ...fetchMoreResult.tips.nodes] } }),
      // Without the rest one can still choose among those that came.
    }).catch(() => undefined);
  }, [next, fetchMore]);
  return data?.tips.nodes ?? [];
}
