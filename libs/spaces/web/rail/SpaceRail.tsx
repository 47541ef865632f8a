import { useQuery } from '@apollo/client/react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { PlaceList, SpaceEmblem } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

const SpaceRailQuery = graphql(`
  query SpaceRail {
    mySpaces {
      id
      slug
      name
      colour
      emblem
      archivedAt
      parent {
        id
      }
    }
  }
`);

/** My spaces with their sub-spaces; a sub-space whose parent is not mine stands for itself. */
export function SpaceRail() {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const { data } = useQuery(SpaceRailQuery, { skip: !viewer.isApproved });
  const spaces = data?.mySpaces.filter((space) => space.archivedAt === null) ?? [];
  const ids = new Set(spaces.map((space) => space.id));
  const placeOf = (space: (typeof spaces)[number]) => ({
    to: `/raum/${space.slug}`,
    label: space.name,
    lead: <SpaceEmblem colour={space.colour} emblem={space.emblem} size={22} />,
    places: spaces.filter((child) => child.parent?.id === space.id).map((child) => ({
      to: `/raum/${child.slug}`,
      label: child.name,
      lead: <SpaceEmblem colour={child.colour} emblem={child.emblem} size={18} />,
    })),
  });
  return <PlaceList title={t('rail.title')} places={spaces.filter((space) => space.parent === null || !ids.has(space.parent.id)).map(placeOf)} />;
}
