import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { SpaceFrame, SpaceFrameFragment } from '#spaces/web';
import { graphql, useTexts } from '#platform/web';
import { LinkButton, QueryPage } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionList } from './DiscussionList.js';

const SpaceQuery = graphql(
  `
    query DiscussionsOfSpace($slug: String!) {
      space(slug: $slug) {
        id
        slug
        ...SpaceFrame
        discussions { viewerCanOpen unreadCount }
      }
      topics { id slug name }
    }
  `,
  [SpaceFrameFragment],
);

/** The discussions of one space. */
export function SpaceDiscussionsPage() {
  const t = useTexts(discussionsTexts);
  const { slug = '' } = useParams();
  const query = useQuery(SpaceQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={({ space, topics }) => (space.discussions === null ? null : { space, topics })} texts={discussionsTexts}>
      {({ space, topics }) => {
        const open = space.discussions?.viewerCanOpen === true && <LinkButton kind="primary" to={`/raum/${space.slug}/diskussion/neu`}>{t('list.open')}</LinkButton>;
        return (
          <SpaceFrame space={space} title={t('list.title')} actions={open}>
            <DiscussionList space={space.id} topics={topics} emptyAction={open} />
          </SpaceFrame>
        );
      }}
    </QueryPage>
  );
}
