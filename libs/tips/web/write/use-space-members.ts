import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '#platform/web';
import type { Token } from '#ui/web';

const MembersQuery = graphql(`
  query SpaceMembersToWriteWith($slug: String!, $after: String) {
    space(slug: $slug) {
      id
      members(first: 100, after: $after) { nodes { accountId name } pageInfo { hasNextPage endCursor } }
    }
  }
`);

/** All members of a space, to choose among; they come by the hundred. */
export function useSpaceMembers(spaceSlug: string | null): readonly Token[] {
  const { data, fetchMore } = useQuery(MembersQuery, { variables: { slug: spaceSlug ?? '' }, skip: spaceSlug === null });
  const members = data?.space.members;
  const next = members?.pageInfo.hasNextPage === true ? members.pageInfo.endCursor : null;
  useEffect(() => {
    if (next === null) return;
    void fetchMore({
      variables: { after: next },
      updateQuery: (before, { fetchMoreResult }) => {
        const [had, more] = [before.space.members, fetchMoreResult.space.members];
        return !had || !more ? before : { space: { ...before.space, members: { ...more, nodes: [...had.nodes, ...more.nodes] } } };
      },
      // Without the rest one can still choose among the first hundred.
    }).catch(() => undefined);
  }, [next, fetchMore]);
  return (members?.nodes ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }));
}
