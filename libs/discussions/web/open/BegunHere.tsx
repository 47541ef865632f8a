import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useTexts } from '#platform/web';
import { discussionsTexts } from '../discussions-texts.js';
import { BegunQuery } from '../drafts/begun.queries.js';
import { begunDiscussions } from '../drafts/begun.js';
import { useDrafts } from '../drafts/use-drafts.js';
import classes from './open.module.css';

/** More are on their own page. */
const SHOWN = 3;

/** Before one begins anew: what is begun already, in this space or in any. Nothing where nothing is. */
export function BegunHere({ spaceId, except = [] }: { readonly spaceId?: string; readonly except?: readonly string[] }) {
  const t = useTexts(discussionsTexts);
  const { held } = useDrafts();
  const { data } = useQuery(BegunQuery, { fetchPolicy: 'cache-and-network' });
  const begun = begunDiscussions(data?.myDiscussionDrafts ?? [], held).filter((draft) => draft.to !== null && !except.includes(draft.id) && (spaceId === undefined || draft.spaceId === spaceId));
  if (begun.length === 0) return null;
  return (
    <section className={classes.begun} aria-label={t('begun.here')}>
      <p><strong>{t('begun.here')}</strong></p>
      <ul>
        {begun.slice(0, SHOWN).map(({ id, title, to }) => (
          <li key={id}><Link to={to ?? ''}>{title === '' ? t('begun.untitled') : title}</Link></li>
        ))}
      </ul>
      <p><Link to="/angefangen">{t('begun.all')}</Link></p>
    </section>
  );
}
