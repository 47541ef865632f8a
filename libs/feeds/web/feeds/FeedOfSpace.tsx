import { IconRss } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useTexts, useViewer } from '#platform/web';
import { feedsTexts } from '../feeds-texts.js';
import classes from './feeds.module.css';

/** The way from a space to its feed, for those who can have one. */
export function FeedOfSpace() {
  const t = useTexts(feedsTexts);
  const { isApproved } = useViewer();
  const { slug = '' } = useParams();
  if (!isApproved) return null;
  return (
    <p>
      <Link to={`/konto/feeds?raum=${encodeURIComponent(slug)}`} className={classes.way}>
        <IconRss size={18} aria-hidden />
        {t('feeds.ofSpace')}
      </Link>
    </p>
  );
}
