import { useQuery } from '@apollo/client/react';
import type { ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Facts, List, QueryPage, Section, SignInDoor, Stack } from '#ui/web';
import { DoorPage, DoorPageFragment } from '../door/DoorPage.js';
import { JoinOffer, JoinOfferFragment } from '../door/JoinOffer.js';
import { SpaceRow, SpaceRowFragment } from '../list/SpaceRow.js';
import { spacesTexts } from '../spaces-texts.js';
import { Moderators, ModeratorsFragment } from './Moderators.js';
import { SpaceFrame, SpaceFrameFragment } from './SpaceFrame.js';
import classes from './home.module.css';

const SpacePageQuery = graphql(
  `
    query SpacePage($slug: String!) {
      space(slug: $slug) {
        id
        slug
        description
        visibility
        gates
        limitedToRole
        publishers
        viewerCanRead
        ...SpaceFrame
        ...DoorPage
        ...Moderators
        ...JoinOffer
        children {
          id
          ...SpaceRow
        }
      }
    }
  `,
  [SpaceFrameFragment, DoorPageFragment, ModeratorsFragment, JoinOfferFragment, SpaceRowFragment],
);

/** Where a piece of another domain stands on the home of a space. */
export type SpacePlace = 'actions' | 'first' | 'contents' | 'beside';

interface SpacePageProps {
  /** Pieces of other domains; they find the space by the address. */
  readonly parts?: Readonly<Partial<Record<SpacePlace, readonly ComponentType[]>>>;
}

/** The pieces of one place. */
function Pieces({ of = [] }: { readonly of?: readonly ComponentType[] | undefined }) {
  return of.map((Part, position) => (
    // Parts are given once, in a fixed order.
    <Part key={position} />
  ));
}

/** The home of a space for its readers, the closed door for everybody else who knows of it. */
export function SpacePage({ parts = {} }: SpacePageProps) {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const { slug = '' } = useParams();
  const query = useQuery(SpacePageQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => data.space} texts={spacesTexts} {...(viewer.isGuest ? { door: <SignInDoor /> } : {})}>
      {(space) => {
        if (space.slug !== slug) return <Navigate to={`/raum/${space.slug}`} replace />;
        if (!space.viewerCanRead) return <DoorPage space={space}><Pieces of={parts.first} /></DoorPage>;
        return (
          <SpaceFrame
            space={space}
            summary={space.description}
            actions={<Pieces of={parts.actions} />}
          >
            <div className={classes.columns}>
              <Stack>
                <Pieces of={parts.first} />
                <JoinOffer space={space} />
                {space.children.length > 0 && (
                  <Section title={t('home.children')}>
                    <List>
                      {space.children.map((child) => (
                        <SpaceRow key={child.id} space={child} />
                      ))}
                    </List>
                  </Section>
                )}
                <Pieces of={parts.contents} />
              </Stack>
              <aside className={classes.side} aria-label={t('home.about')}>
                <Moderators space={space} />
                <Section title={t('home.rules')}>
                  <Facts
                    facts={[
                      { name: t('home.visibility'), value: t(`visibility.${space.visibility}`) },
                      { name: t('home.gates'), value: space.gates.map((gate) => t(`gate.${gate}`)).join(', ') || t('gate.none') },
                      ...(space.limitedToRole === null ? [] : [{ name: t('home.limited'), value: t(`limited.${space.limitedToRole}`) }]),
                      { name: t('home.publishers'), value: t(`publishers.${space.publishers}`) },
                    ]}
                  />
                </Section>
                <Pieces of={parts.beside} />
              </aside>
            </div>
          </SpaceFrame>
        );
      }}
    </QueryPage>
  );
}
