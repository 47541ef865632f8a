import { useQuery } from '@apollo/client/react';
import { IconSeedling, IconUserQuestion } from '@tabler/icons-react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Badge, DateTime, List, ListRow, Skeleton, SpaceEmblem } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

const SpacesWaitingQuery = graphql(`
  query SpacesWaiting {
    joinRequests(first: 3) {
      totalCount
      nodes {
        id
        applicantName
        waitingSince
        space {
          id
          name
        }
      }
    }
    myJoinRequests {
      id
      state
      waitingSince
      space {
        id
        slug
        name
        colour
        emblem
      }
    }
    spaces {
      id
      slug
      name
      colour
      emblem
      myInvitation
    }
  }
`);

/** What waits for me in spaces: requests to decide, invitations, and how my own requests stand. Nothing where nothing waits. */
export function SpacesWaiting() {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const { data, loading } = useQuery(SpacesWaitingQuery, { skip: !viewer.isApproved });
  // Not nothing: as long as it is unknown, the page must not say that nothing waits.
  if (data === undefined) return loading ? <Skeleton lines={1} /> : null;
  const invitations = data.spaces.filter((space) => space.myInvitation !== null);
  const { joinRequests, myJoinRequests } = data;
  const isFirst = viewer.isCoordinator && data.spaces.length === 0;
  if (joinRequests.totalCount === 0 && invitations.length === 0 && myJoinRequests.length === 0 && !isFirst) return null;
  return (
    <List label={t('waiting.title')}>
      {isFirst && <ListRow title={t('waiting.firstSpace')} text={t('waiting.firstSpaceText')} to="/koordination/raeume?neu=ja" lead={<IconSeedling size={20} stroke={1.8} aria-hidden="true" />} />}
      {joinRequests.totalCount > 0 && (
        <ListRow
          title={t('waiting.requests', { count: joinRequests.totalCount })}
          to="/anfragen"
          lead={<IconUserQuestion size={20} stroke={1.8} aria-hidden="true" />}
          meta={joinRequests.nodes.map((request) => (request.space === null ? request.applicantName : t('waiting.who', { name: request.applicantName, space: request.space.name })))}
        />
      )}
      {invitations.map((space) => (
        <ListRow
          key={space.id}
          title={t('waiting.invited', { space: space.name })}
          to={`/raum/${space.slug}`}
          lead={<SpaceEmblem colour={space.colour} emblem={space.emblem} size={28} />}
          end={<Badge kind="new">{t('list.invited')}</Badge>}
        />
      ))}
      {myJoinRequests.flatMap((request) =>
        request.space === null
          ? []
          : [
              <ListRow
                key={request.id}
                title={t(`waiting.own.${request.state === 'asked' ? 'asked' : request.state === 'declined' ? 'declined' : 'waiting'}`, { space: request.space.name })}
                to={`/raum/${request.space.slug}`}
                lead={<SpaceEmblem colour={request.space.colour} emblem={request.space.emblem} size={28} />}
                meta={[<DateTime key="at" at={request.waitingSince} />]}
              />,
            ],
      )}
    </List>
  );
}
