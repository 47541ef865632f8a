import { useMutation, useQuery } from '@apollo/client/react';
import { furtherNodes, graphql, useErrorTexts, useTexts } from '#platform/web';
import { Button, DateTime, EmptyState, List, ListRow, LoadMore, Page, QueryPage, Section, toast } from '#ui/web';
import { administrationTexts } from '../administration-texts.js';
import { recordLine } from './record-line.js';

const OperationQuery = graphql(`
  query Operation($after: String) {
    hopelessJobs { id consumer event failedAt }
    auditEntries(first: 50, after: $after) { nodes { id at actorName hasActor act spaceName subjectName details } pageInfo { hasNextPage endCursor } }
  }
`);
const RetryHopelessJob = graphql(`mutation RetryHopelessJob($id: ID!) { retryHopelessJob(id: $id) }`);

/** What failed in the background, and who did what: for the coordination. */
export function OperationPage() {
  const t = useTexts(administrationTexts);
  const errors = useErrorTexts(administrationTexts);
  const query = useQuery(OperationQuery, { fetchPolicy: 'cache-and-network' });
  const [retry] = useMutation(RetryHopelessJob);

  const tryAgain = async (id: string): Promise<void> => {
    try {
      await retry({ variables: { id } });
      await query.refetch();
      toast(t('operation.retried'));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  /** Acts that other domains add later keep their plain name until they get a sentence here. */
  const sentenceOf = (act: string, hasActor: boolean): string => {
    // Some acts happen by themselves, too, and are worded for that.
    const key = [!hasActor && `act.${act}.byItself`, `act.${act}`].find((name) => name !== false && t.has(name));
    return key === undefined ? act : t(key as 'act.spaces.entered');
  };

  return (
    <QueryPage query={query} pick={(data) => data} texts={administrationTexts}>
      {({ hopelessJobs, auditEntries }) => (
        <Page title={t('operation.title')} summary={t('operation.summary')}>
          <Section title={t('operation.hopeless')}>
            {hopelessJobs.length === 0 ? (
              <EmptyState size="small" title={t('operation.noneHopeless')} />
            ) : (
              <List label={t('operation.hopeless')}>
                {hopelessJobs.map((job) => (
                  <ListRow
                    key={job.id}
                    title={`${job.consumer} · ${job.event}`}
                    meta={[<DateTime key="at" at={job.failedAt} as="dateTime" />]}
                    end={<Button onClick={() => tryAgain(job.id)}>{t('operation.retry')}</Button>}
                  />
                ))}
              </List>
            )}
          </Section>
          <Section title={t('operation.record')}>
            <List label={t('operation.record')}>
              {auditEntries.nodes.map((entry) => (
                <ListRow
                  key={entry.id}
                  title={recordLine(entry, sentenceOf(entry.act, entry.hasActor), (reason) => t('operation.reason', { reason }))}
                  meta={[entry.actorName ?? t(entry.hasActor ? 'operation.gone' : 'operation.system'), <DateTime key="at" at={entry.at} as="dateTime" />]}
                />
              ))}
            </List>
            <LoadMore
              shown={auditEntries.nodes.length}
              hasMore={auditEntries.pageInfo.hasNextPage}
              isBusy={query.loading}
              onMore={() =>
                query.fetchMore({
                  variables: { after: auditEntries.pageInfo.endCursor },
                  updateQuery: furtherNodes('auditEntries'),
                })
              }
            />
          </Section>
        </Page>
      )}
    </QueryPage>
  );
}
