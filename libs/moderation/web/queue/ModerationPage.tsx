import { useQuery } from '@apollo/client/react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Alert, LinkButton, List, ListRow, Page, Section, SignInDoor, DateTime } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import { CaseQueue } from './CaseQueue.js';

const WithoutModeratorQuery = graphql(`
  query SpacesWithoutModerator {
    spacesWithoutModerator {
      spaceId
      spaceName
      count
      since
    }
  }
`);

/** What waits in all spaces one looks after. */
export function ModerationPage() {
  const t = useTexts(moderationTexts);
  const viewer = useViewer();
  if (viewer.isGuest) return <SignInDoor />;
  return (
    <Page title={t('queue.title')} summary={t('queue.summary')}>
      {viewer.isCoordinator && <WithoutModerator />}
      <CaseQueue />
    </Page>
  );
}

/** Where the coordination has to step in: it enters the space first, on record. */
function WithoutModerator() {
  const t = useTexts(moderationTexts);
  const { data } = useQuery(WithoutModeratorQuery);
  const spaces = data?.spacesWithoutModerator ?? [];
  if (spaces.length === 0) return null;
  return (
    <Section title={t('coordination.title')}>
      <Alert action={<div><LinkButton to="/koordination/raeume" size="small">{t('coordination.enter')}</LinkButton></div>}>{t('coordination.text')}</Alert>
      <List>
        {spaces.map((space) => (
          <ListRow key={space.spaceId} title={space.spaceName} meta={[t('coordination.count', { count: space.count }), <DateTime key="at" at={space.since} />]} />
        ))}
      </List>
    </Section>
  );
}
