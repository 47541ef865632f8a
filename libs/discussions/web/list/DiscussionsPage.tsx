import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { LinkButton, Page, QueryPage } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionList } from './DiscussionList.js';

const TopicsQuery = graphql(`
  query DiscussionTopics {
    topics { id slug name }
  }
`);

/** Discussions of all spaces the viewer reads. */
export function DiscussionsPage() {
  const t = useTexts(discussionsTexts);
  const { isApproved } = useViewer();
  const query = useQuery(TopicsQuery);
  return (
    <QueryPage query={query} pick={(data) => data.topics} texts={discussionsTexts}>
      {(topics) => (
        <Page
          title={t('list.title')}
          summary={t('list.summary')}
          actions={
            isApproved && (
              <>
                <LinkButton kind="primary" to="/diskussion/neu">{t('list.open')}</LinkButton>
                <LinkButton to="/neu" icon={<IconChecks size={20} stroke={1.8} aria-hidden="true" />}>{t('catchUp.title')}</LinkButton>
              </>
            )
          }
        >
          <DiscussionList topics={topics} emptyAction={isApproved && <LinkButton to="/diskussion/neu">{t('list.open')}</LinkButton>} />
        </Page>
      )}
    </QueryPage>
  );
}
