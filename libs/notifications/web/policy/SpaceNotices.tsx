import { useQuery } from '@apollo/client/react';
import { IconMail } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Row, Section } from '#ui/web';
import { FollowMenu } from '../following/FollowMenu.js';
import { spaceNoticesTexts } from './space-notices-texts.js';
import classes from './policy.module.css';

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

/** On the home of a space: how much one hears of it, and what mails carry out of it. */
export function SpaceNotices() {
  const t = useTexts(spaceNoticesTexts);
  const { isApproved } = useViewer();
  const { slug = '' } = useParams();
  const { data } = useQuery(SpaceNoticesQuery, { variables: { slug }, skip: !isApproved });
  const space = data?.space;
  if (!isApproved || !space || space.mailPolicy === null) return null;
  return (
    <Section title={t('title')} action={<FollowMenu kind="space" id={space.id} />}>
      <Row className={classes.line}>
        <IconMail size={18} stroke={1.8} aria-hidden="true" />
        <span>{t(`line.${space.mailPolicy}`)}</span>
        {space.viewerCanModerate && <Link to={`/raum/${space.slug}/mailregeln`}>{t('change')}</Link>}
      </Row>
    </Section>
  );
}
