import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Section } from '#ui/web';
import { FollowMenu } from '../following/FollowMenu.js';
import { spaceNoticesTexts } from './space-notices-texts.js';

const SpaceNoticesQuery = graphql(`
  query SpaceNotices($slug: String!) {
    space(slug: $slug) {
      id
      slug
      mailPolicy
      viewerCanModerate
    }
  }
`);

/** The space in the address, for those who can hear of it. */
function useSpace() {
  const { isApproved } = useViewer();
  const { slug = '' } = useParams();
  const { data } = useQuery(SpaceNoticesQuery, { variables: { slug }, skip: !isApproved });
  const space = data?.space;
  return isApproved && space && space.mailPolicy !== null ? { ...space, mailPolicy: space.mailPolicy } : null;
}

/** Among the buttons of a space: how much one hears of it. */
export function FollowSpace() {
  const space = useSpace();
  return space && <FollowMenu kind="space" id={space.id} />;
}

/** On the home of a space: what mails carry out of it. */
export function SpaceNotices() {
  const t = useTexts(spaceNoticesTexts);
  const space = useSpace();
  if (space === null) return null;
  return (
    <Section title={t('title')}>
      <p>{t(`line.${space.mailPolicy}`)}</p>
      {space.viewerCanModerate && <p><Link to={`/raum/${space.slug}/mailregeln`}>{t('change')}</Link></p>}
    </Section>
  );
}
