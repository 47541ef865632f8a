import { useQuery } from '@apollo/client/react';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, EmptyState, List, ListRow, Section, Skeleton } from '#ui/web';
import { FollowMenu } from '../following/FollowMenu.js';
import { notificationsTexts } from '../notifications-texts.js';

const FollowedQuery = graphql(`
  query Followed {
    followed { kind id title path level }
  }
`);

/** Everything one chose a level for, to change it or stop. */
export function FollowedPart() {
  const t = useTexts(notificationsTexts);
  const errors = useErrorTexts(notificationsTexts);
  const { data, error, refetch } = useQuery(FollowedQuery);
  return (
    <Section title={t('followed.title')} id="folgen">
      <p>{t('followed.text')}</p>
      {error !== undefined && data === undefined && (
        <Alert kind="danger" live action={<div><Button size="small" onClick={() => void refetch()}>{t('again')}</Button></div>}>{errors.sentence(error)}</Alert>
      )}
      {error === undefined && data === undefined && <Skeleton lines={3} />}
      {data?.followed.length === 0 && <EmptyState size="small" title={t('followed.empty')}>{t('followed.emptyText')}</EmptyState>}
      {data !== undefined && data.followed.length > 0 && (
        <List label={t('followed.title')}>
          {data.followed.map(({ kind, id, title, path, level }) => {
            const kindKey = `kind.${kind}`;
            return <ListRow key={`${kind} ${id}`} title={title} to={path} meta={[t.has(kindKey) && t(kindKey)]} end={<FollowMenu kind={kind} id={id} title={title} known={level} size="small" />} />;
          })}
        </List>
      )}
    </Section>
  );
}
