import { useQuery } from '@apollo/client/react';
import { IconBulb } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Alert, LinkButton } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';

const DiscussionHarvestQuery = graphql(`
  query DiscussionHarvest($slug: String!) {
    discussion(slug: $slug) {
      id
      slug
      viewerCanHarvest
      harvestedTips {
        id
        slug
        title
      }
    }
  }
`);

/** What came of a discussion, and the way to make a tip of it; nothing where there is neither. */
export function DiscussionHarvest() {
  const t = useTexts(harvestTexts);
  const { isApproved } = useViewer();
  const { slug = '' } = useParams();
  const { data } = useQuery(DiscussionHarvestQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  if (data === undefined) return null;
  const { harvestedTips, viewerCanHarvest, slug: present } = data.discussion;
  return (
    <>
      {harvestedTips.length > 0 && (
        <Alert title={t('origin.tips')}>
          {harvestedTips.map((tip) => (
            <p key={tip.id}>
              <Link to={`/tipp/${tip.slug}`}>{tip.title}</Link>
            </p>
          ))}
        </Alert>
      )}
      {viewerCanHarvest && isApproved && (
        <div>
          <LinkButton to={`/d/${present}/praxistipp`} icon={<IconBulb size={18} stroke={1.8} aria-hidden="true" />}>{t('make.link')}</LinkButton>
        </div>
      )}
    </>
  );
}
