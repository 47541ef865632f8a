import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Badge, ListRow, SpaceEmblem } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

export const SpaceRowFragment = graphql(`
  fragment SpaceRow on Space {
    id
    slug
    name
    description
    colour
    emblem
    visibility
    limitedToRole
    archivedAt
    myRole
    myInvitation
    viewerCanRead
    memberCount
    myJoinRequest {
      id
      state
    }
  }
`);

type Row = FragmentOf<typeof SpaceRowFragment>;

/** How I stand to a space, in one or two words; null where there is nothing to say. */
function Standing({ space: masked }: { readonly space: Row }) {
  const t = useTexts(spacesTexts);
  const space = readFragment(SpaceRowFragment, masked);
  if (space.archivedAt !== null) return <Badge>{t('space.archived')}</Badge>;
  if (space.myRole === 'moderator') return <Badge kind="done">{t('role.moderator')}</Badge>;
  if (space.myRole !== null) return <Badge kind="done">{t(`role.${space.myRole}`)}</Badge>;
  if (space.myInvitation !== null) return <Badge kind="new">{t('list.invited')}</Badge>;
  if (space.myJoinRequest?.state === 'waiting') return <Badge>{t('list.requestWaiting')}</Badge>;
  if (space.myJoinRequest?.state === 'asked') return <Badge kind="warning">{t('list.requestAsked')}</Badge>;
  return null;
}

/** One line of the list of spaces. */
export function SpaceRow({ space: masked, isSub = false }: { readonly space: Row; readonly isSub?: boolean }) {
  const t = useTexts(spacesTexts);
  const space = readFragment(SpaceRowFragment, masked);
  return (
    <ListRow
      title={space.name}
      to={`/raum/${space.slug}`}
      lead={<SpaceEmblem colour={space.colour} emblem={space.emblem} size={isSub ? 28 : 40} />}
      {...(space.description === '' ? {} : { text: space.description })}
      meta={[
        t(`visibility.${space.visibility}`),
        space.limitedToRole !== null && t(`limited.${space.limitedToRole}`),
        space.memberCount !== null && t('list.members', { count: space.memberCount }),
      ]}
      end={<Standing space={masked} />}
    />
  );
}
