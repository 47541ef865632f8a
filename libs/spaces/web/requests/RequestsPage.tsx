import { useTexts, useViewer } from '#platform/web';
import { ClosedDoor, Page, PageLoading, SignInDoor } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { RequestQueue } from './RequestQueue.js';

/** The queue over all spaces one moderates. */
export function RequestsPage() {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  if (!viewer.isKnown) return <PageLoading />;
  if (viewer.isGuest) return <SignInDoor />;
  if (!viewer.isApproved) return <ClosedDoor />;
  return (
    <Page title={t('queue.title')} summary={t('queue.summary')} audience={t('queue.audience')}>
      <RequestQueue />
    </Page>
  );
}
