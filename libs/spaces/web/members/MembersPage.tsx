import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql, readFragment, useTexts, useViewer } from '#platform/web';
import { ClosedDoor, EmptyState, List, LoadMore, QueryPage, Section, SignInDoor } from '#ui/web';
import { SpaceFrame, SpaceFrameFragment } from '../home/SpaceFrame.js';
import { spacesTexts } from '../spaces-texts.js';
import { InvitePart, InvitePartFragment } from './InvitePart.js';
import { LeaveSpace } from './LeaveSpace.js';
import { MemberRow, MemberRowFragment } from './MemberRow.js';

const MembersPageQuery = graphql(
  `
    query MembersPage($slug: String!, $after: String) {
      space(slug: $slug) {
        id
        slug
        name
        gates
        myRole
        viewerCanChange
        viewerCanModerate
        ...SpaceFrame
        ...InvitePart
        memberCount
        members(first: 50, after: $after) {
          nodes {
            accountId
            ...MemberRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [SpaceFrameFragment, MemberRowFragment, InvitePartFragment],
);

/** Who is in a space; for moderators also asking people in and changing roles. */
export function MembersPage() {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const { slug = '' } = useParams();
  const query = useQuery(MembersPageQuery, { variables: { slug } });
  const more = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) => {
        const [known, added] = [before.space.members, next.space.members];
        if (known === null || added === null) return before;
        return { space: { ...before.space, members: { ...added, nodes: [...known.nodes, ...added.nodes] } } };
      },
    });
  return (
    <QueryPage query={query} pick={(data) => (data.space.members === null ? null : data.space)} texts={spacesTexts} door={viewer.isGuest ? <SignInDoor /> : <ClosedDoor />}>
      {(space) => (
        <SpaceFrame space={space} title={t('tabs.members')} actions={space.myRole !== null && <LeaveSpace spaceId={space.id} spaceName={space.name} />}>
          {space.viewerCanChange && space.gates.includes('invitation') && <InvitePart space={space} />}
          {space.members?.nodes.length === 0 ? (
            <EmptyState title={t('members.empty')}>{t('members.emptyText')}</EmptyState>
          ) : (
            <Section title={t('members.all')}>
              <List label={t('tabs.members')}>
                {space.members?.nodes.map((member) => (
                  <MemberRow
                    key={member.accountId}
                    member={member}
                    spaceId={space.id}
                    spaceName={space.name}
                    canChange={space.viewerCanChange}
                    measuresPath={space.viewerCanModerate ? `/raum/${space.slug}/moderation/massnahmen` : null}
                    isMe={readFragment(MemberRowFragment, member).accountId === viewer.accountId}
                  />
                ))}
              </List>
              <LoadMore
                shown={space.members?.nodes.length ?? 0}
                {...(space.memberCount === null ? {} : { total: space.memberCount })}
                hasMore={space.members?.pageInfo.hasNextPage ?? false}
                isBusy={query.loading}
                onMore={() => void more(space.members?.pageInfo.endCursor ?? null)}
              />
            </Section>
          )}
        </SpaceFrame>
      )}
    </QueryPage>
  );
}
