import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { furtherNodes, graphql, useTexts } from '#platform/web';
import { Avatar, Badge, DateTime, EmptyState, FilterWords, List, ListRow, LoadMore, Page, QueryPage } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { QueueFilter } from './QueueFilter.js';
import classes from './coordination.module.css';

const DecidedQuery = graphql(`
  query DecidedRegistrations($outcome: RegistrationOutcome, $after: String) {
    registrationDecisions(outcome: $outcome, first: 50, after: $after) {
      nodes {
        id
        accountId
        name
        outcome
        step
        message
        at
        decidedBy
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    waitingRegistrationCount
  }
`);

const outcomeOf = { alle: null, freigegeben: 'approved', abgelehnt: 'declined' } as const;
type Shown = keyof typeof outcomeOf;
const words = Object.keys(outcomeOf) as Shown[];

/** What was decided: who, which way, by whom and when, the newest first. */
export function DecidedRegistrations() {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const [search, setSearch] = useSearchParams();
  const shown = words.find((word) => word === search.get('ergebnis')) ?? 'alle';
  const query = useQuery(DecidedQuery, { variables: { outcome: outcomeOf[shown] }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const data = query.data ?? query.previousData;
  const more = async () => {
    await query.fetchMore({
      variables: { after: data?.registrationDecisions.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('registrationDecisions'),
    });
  };
  return (
    <QueryPage query={{ ...query, data }} pick={(answer) => answer.registrationDecisions} texts={coordinationTexts}>
      {({ nodes, pageInfo }) => (
        <Page title={c('queue.title')} summary={c('decided.summary')}>
          <QueueFilter current="entschieden" waitingCount={data?.waitingRegistrationCount ?? 0} />
          <FilterWords
            label={c('decided.filter')}
            current={shown}
            onChange={(next) => setSearch({ stand: 'entschieden', ...(next !== 'alle' && { ergebnis: next }) }, { replace: true })}
            words={words.map((value) => ({ value, label: c(`decided.${value}`) }))}
          />
          {nodes.length === 0 ? (
            <EmptyState size="small" title={c('decided.none')} />
          ) : (
            <List label={c('stage.decided')}>
              {nodes.map((decision) => (
                <ListRow
                  key={decision.id}
                  title={decision.name}
                  to={`/koordination/konten/${decision.accountId}`}
                  lead={<Avatar name={decision.name} />}
                  {...(decision.message !== '' && { text: <span className={classes.message}>{decision.message}</span> })}
                  meta={[
                    // The badge says it already, unless it came about another way.
                    decision.step === decision.outcome ? null : t(`step.${decision.step}`),
                    decision.decidedBy === null ? null : c('decided.by', { name: decision.decidedBy }),
                    <DateTime key="at" at={decision.at} as="dateTime" />,
                  ]}
                  end={decision.outcome === 'approved' ? <Badge kind="done">{c('standing.approved')}</Badge> : <Badge kind="warning">{c('standing.declined')}</Badge>}
                />
              ))}
            </List>
          )}
          <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
        </Page>
      )}
    </QueryPage>
  );
}
